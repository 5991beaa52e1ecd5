// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A pipeline with its stages in their order. */
final class Pipeline {

    private final String id;
    private final String name;
    private final List<Stage> fromTheStart;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile List<Stage> stages;

    Pipeline(String id, String name, List<Stage> stages) {
        this.id = id;
        this.name = name;
        this.fromTheStart = List.copyOf(stages);
        this.stages = fromTheStart;
    }

    /** A pipeline whose stages get ids that depend on nothing but the pipeline's id and their names. */
    static Pipeline of(String id, String name, List<String> stageNames) {
        List<Stage> stages = new ArrayList<>();
        for (String stageName : stageNames) {
            byte[] seed = (id + '/' + stageName).getBytes(StandardCharsets.UTF_8);
            int order = stages.size() + 1;
            stages.add(new Stage(
                    UUID.nameUUIDFromBytes(seed).toString(),
                    stageName,
                    order,
                    null,
                    true,
                    order == 1,
                    null,
                    "default"));
        }
        return new Pipeline(id, name, stages);
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    List<Stage> stages() {
        return stages;
    }

    /**
     * Adds stages. One with an order takes that place and moves the others on, one without goes to the end; the last that wants to be the
     * default is it.
     *
     * @param fresh makes the new stages from those that are there; what it throws leaves everything as it was
     * @return the new stages as they are now
     */
    List<Stage> changing(Function<List<Stage>, List<Stage>> fresh) {
        lock.lock();
        try {
            List<Stage> added = fresh.apply(stages);
            List<Stage> all = new ArrayList<>(stages);
            String standard = null;
            for (Stage stage : added) {
                boolean hasPlace = stage.order() >= 1 && stage.order() <= all.size();
                all.add(hasPlace ? stage.order() - 1 : all.size(), stage);
                standard = stage.isDefault() ? stage.id() : standard;
            }
            for (int i = 0; i < all.size(); i++) {
                Stage stage = all.get(i);
                all.set(
                        i,
                        stage.at(
                                i + 1,
                                standard == null
                                        ? stage.isDefault()
                                        : stage.id().equals(standard)));
            }
            stages = List.copyOf(all);
            return added.stream()
                    .map(stage -> stageById(stage.id()).orElseThrow())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Back to the stages of the start. */
    void reset() {
        stages = fromTheStart;
    }

    Optional<Stage> stageById(String stageId) {
        return stages.stream().filter(s -> s.id().equalsIgnoreCase(stageId)).findFirst();
    }

    Optional<Stage> stageByName(String stageName) {
        return stages.stream()
                .filter(s -> s.label().equalsIgnoreCase(stageName.strip()))
                .findFirst();
    }

    Optional<Stage> defaultStage() {
        return stages.stream()
                .filter(Stage::isDefault)
                .findFirst()
                .or(() -> stages.stream().findFirst());
    }
}
