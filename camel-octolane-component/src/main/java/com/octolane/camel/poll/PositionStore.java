// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.spi.StateRepository;

/** Keeps the position of one consumer in a repository under one key. */
public final class PositionStore {

    private final StateRepository<String, String> repository;
    private final String key;
    private volatile boolean readable;

    public PositionStore(StateRepository<String, String> repository, String key) {
        this.repository = repository;
        this.key = key;
    }

    /**
     * @return the stored position, empty where none was stored
     * @throws OctolaneException when the repository fails, or holds what is no position of these options
     */
    public Optional<Position> load(Emit emit, Duration lookback) {
        readable = false;
        String text;
        try {
            text = repository.getState(key);
        } catch (RuntimeException e) {
            throw new OctolaneException("The position '" + key + "' could not be read from " + name(), e);
        }
        try {
            Optional<Position> position = Optional.ofNullable(text).map(t -> Position.parse(emit, lookback, t));
            readable = true;
            return position;
        } catch (IllegalArgumentException e) {
            throw new OctolaneException("The position '" + key + "' in " + name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * @throws OctolaneException     when the repository fails
     * @throws IllegalStateException when the position was not loaded before: an unreadable one must not be overwritten
     */
    public void save(Position position) {
        if (!readable) {
            throw new IllegalStateException("The position '" + key + "' was not read before it was written");
        }
        try {
            repository.setState(key, position.encode());
        } catch (RuntimeException e) {
            throw new OctolaneException("The position '" + key + "' could not be saved to " + name(), e);
        }
    }

    private String name() {
        return repository.getClass().getSimpleName();
    }
}
