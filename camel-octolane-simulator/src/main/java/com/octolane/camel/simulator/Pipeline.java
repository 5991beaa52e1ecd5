// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A pipeline with its stages in their order. */
final class Pipeline {

    private final String id;
    private final String name;
    private final List<Stage> stages = new CopyOnWriteArrayList<>();

    Pipeline(String id, String name, List<Stage> stages) {
        this.id = id;
        this.name = name;
        this.stages.addAll(stages);
    }

    /** A pipeline whose stages get ids that depend on nothing but the pipeline's id and their names. */
    static Pipeline of(String id, String name, List<String> stageNames) {
        Pipeline pipeline = new Pipeline(id, name, List.of());
        for (String stageName : stageNames) {
            byte[] seed = (id + '/' + stageName).getBytes(StandardCharsets.UTF_8);
            int order = pipeline.stages.size() + 1;
            pipeline.stages.add(new Stage(
                    UUID.nameUUIDFromBytes(seed).toString(),
                    stageName,
                    order,
                    null,
                    true,
                    order == 1,
                    null,
                    "default"));
        }
        return pipeline;
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
