// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Watches whether pages come with the latest update first, and whether enough came to believe it. */
final class DescendingOrder {

    /** How often in a row timestamps have to go down before an order is believed. */
    private static final int FALLS = 10;

    /** How many records without a rise will do where many have the same timestamp. */
    private static final int LEVEL = 100;

    private final Duration tolerance;
    private boolean broken;
    private Instant previous;
    private int falls;
    private int level;
    private boolean fell;
    private boolean stayedLevel;
    private Instant pageHighest;
    private Instant pageLowest;
    private Instant highest;
    private Instant lowest;

    /** @param tolerance by how much a record may be out of order */
    DescendingOrder(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /** Pages may overlap, since records move while they are read; but none may reach higher than the one before. */
    void see(List<Change> page) {
        List<Instant> times = page.stream()
                .map(Change::updatedAt)
                .filter(time -> time != null)
                .toList();
        if (times.isEmpty()) {
            return;
        }
        Instant high = times.get(0);
        Instant low = high;
        for (Instant time : times) {
            broken |= isAbove(time, low) || isAbove(time, pageHighest);
            low = time.isBefore(low) ? time : low;
            high = Position.latest(high, time);
            count(time);
        }
        pageHighest = high;
        pageLowest = low;
        highest = Position.latest(highest, high);
        lowest = lowest == null || low.isBefore(lowest) ? low : lowest;
    }

    private void count(Instant time) {
        int step = previous == null ? 0 : time.compareTo(previous);
        falls = step > 0 ? 0 : step < 0 ? falls + 1 : falls;
        level = step > 0 ? 0 : level + 1;
        fell |= falls >= FALLS;
        stayedLevel |= level >= LEVEL;
        previous = time;
    }

    private boolean isAbove(Instant time, Instant bound) {
        return bound != null && time.isAfter(bound.plus(tolerance));
    }

    boolean isBroken() {
        return broken;
    }

    boolean isProven() {
        return !broken && (fell || stayedLevel);
    }

    /**
     * Whether pages that were not read hold nothing from the floor on. Timestamps may be out of order by as much as the
     * tolerance, so that the end is seen that much later; and small pages may look sorted by chance.
     *
     * @param known a timestamp that the first page reaches if it is the newest one
     */
    boolean isBelow(Instant floor, Instant known) {
        return floor != null
                && pageLowest != null
                && pageLowest.isBefore(floor.minus(tolerance))
                && !broken
                && (fell || stayedLevel && known != null && !highest.isBefore(known));
    }

    /** The lowest timestamp so far, null before the first. */
    Instant lowest() {
        return lowest;
    }
}
