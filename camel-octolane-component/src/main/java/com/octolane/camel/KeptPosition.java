// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.poll.Position;
import com.octolane.camel.poll.PositionStore;
import java.time.Duration;
import java.time.Instant;

/** Where a consumer stands. One thread at a time moves it; others may ask where it is. */
final class KeptPosition {

    private final PositionStore store;
    private volatile Position current;
    private Position saved;

    /**
     * @param store   null where it is not to be stored
     * @param current null where none was stored yet
     */
    KeptPosition(PositionStore store, Position current) {
        this.store = store;
        this.current = current;
        this.saved = current;
    }

    /** The position, null before the first poll where none was stored. */
    Position current() {
        return current;
    }

    /**
     * Moves, and stores what differs from what is stored, which may be a move that could not be stored before.
     *
     * @throws com.octolane.camel.client.OctolaneException where it cannot be stored
     */
    void moveTo(Position next) {
        current = next;
        if (store != null && !next.equals(saved)) {
            store.save(next);
            saved = next;
        }
    }

    /** The time between the position and a record that was seen, zero where there is none of either. */
    Duration behind(Instant seen) {
        Instant mark = mark();
        return mark == null || seen == null || seen.isBefore(mark) ? Duration.ZERO : Duration.between(mark, seen);
    }

    @Override
    public String toString() {
        Instant mark = mark();
        return mark == null ? "beginning" : mark.toString();
    }

    private Instant mark() {
        Position shown = current;
        return shown == null ? null : shown.mark();
    }
}
