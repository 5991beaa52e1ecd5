// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far a consumer has delivered. Immutable; moves only forward; knows no clock.
 *
 * <p>Three instants and the versions around them:
 * <ul>
 *   <li>the <b>mark</b>: every record up to here was seen, except what becomes visible late;
 *   <li>the <b>floor</b>: the mark less the lookback, as it stood when the mark moved. What is older counts as
 *       delivered; what is younger was delivered only if its id and version are remembered;
 *   <li><b>settled</b>: the floor at the end of the last complete scan. Records that lack the field which the API sorts
 *       by have no place in a scan, so that only a complete one says that they were seen.
 * </ul>
 *
 * <p>Ids are remembered exactly, never as hashes: a collision would be a lost record. Every id above the floor is kept,
 * about 24 to 34 characters of text each for UUIDs (100,000 records inside the lookback: 2.4 to 3.4 MB). Ids that a scan
 * without order has delivered beyond that are kept up to {@value #SPARE}; forgetting one repeats a delivery, no more.
 */
public final class Position {

    static final int SPARE = 20_000;

    /** A delivered version. */
    record Seen(Instant time, boolean dated) {}

    private final Emit emit;
    private final Duration lookback;
    private final Instant floor;
    private final Instant mark;
    private final Instant settled;
    private final Map<String, Seen> delivered;

    Position(Emit emit, Duration lookback, Instant floor, Instant mark, Instant settled, Map<String, Seen> delivered) {
        this.emit = Objects.requireNonNull(emit);
        this.lookback = lookback;
        this.floor = floor;
        this.mark = mark;
        this.settled = settled;
        this.delivered = delivered;
    }

    /** Nothing was delivered, everything is new. */
    public static Position beginning(Emit emit, Duration lookback) {
        return new Position(emit, lookback, null, null, null, Map.of());
    }

    /** What is older than the instant counts as delivered. */
    public static Position at(Emit emit, Duration lookback, Instant start) {
        return new Position(emit, lookback, start, start, start, Map.of());
    }

    /**
     * @param text what {@link #encode()} wrote, in this or an earlier release
     * @throws IllegalArgumentException when it cannot be read; the message says what is valid
     */
    public static Position parse(Emit emit, Duration lookback, String text) {
        return PositionText.parse(emit, lookback, text);
    }

    /** One line of printable text without {@code =}; {@link #parse} reads it back. */
    public String encode() {
        return PositionText.write(this);
    }

    /** Whether this version of the record still has to be delivered. */
    public boolean isNew(Change change) {
        return reaches(change) && !knows(change);
    }

    /** Whether the record is young enough to be looked at. */
    boolean reaches(Change change) {
        return !isBefore(change.time(), change.dated() ? floor : settled);
    }

    private static boolean isBefore(Instant time, Instant bound) {
        return bound != null && time.isBefore(bound);
    }

    /** Whether this version, or a later one, of the record is remembered. */
    boolean knows(Change change) {
        Seen seen = delivered.get(change.id());
        return seen != null && !seen.time.isBefore(change.time());
    }

    /** Remembers what the route has finished with; the mark stays where it is. */
    public Position with(Collection<Change> finished) {
        return advanced(finished, null, false);
    }

    /** Everything up to the new mark was seen. An earlier mark than the present one changes nothing. */
    public Position movedTo(Instant newMark) {
        return advanced(List.of(), newMark, false);
    }

    /** A scan has come to its end: what was before the floor was seen, even what has no place in the order. */
    public Position settled() {
        return advanced(List.of(), null, true);
    }

    /**
     * {@link #with}, {@link #movedTo} and, where a scan is complete, {@link #settled}, in this order and with one copy
     * of the ids.
     */
    Position advanced(Collection<Change> finished, Instant newMark, boolean complete) {
        boolean moves = newMark != null && (mark == null || newMark.isAfter(mark));
        Instant toMark = moves ? newMark : mark;
        Instant toFloor = moves ? latest(floor, newMark.minus(lookback)) : floor;
        Instant toSettled = complete ? toFloor : settled;
        boolean forgets = moves || !Objects.equals(settled, toSettled);
        if (!forgets && finished.isEmpty()) {
            return this;
        }
        Map<String, Seen> kept = new LinkedHashMap<>(delivered);
        for (Change change : finished) {
            Seen before = kept.get(change.id());
            if (before == null || before.time.isBefore(change.time())) {
                // removed first, so that the order of the map stays close to that of time: it makes the text short
                kept.remove(change.id());
                kept.put(change.id(), new Seen(change.time(), change.dated()));
            }
        }
        if (forgets) {
            kept.values().removeIf(seen -> isBefore(seen.time, seen.dated ? toFloor : toSettled));
        }
        return new Position(emit, lookback, toFloor, toMark, toSettled, kept);
    }

    /**
     * Forgets ids that a scan has collected while the mark could not move, down to {@value #SPARE}. What is younger than
     * the newest less the lookback stays, however many there are: forgetting it could repeat a delivery at every poll.
     */
    Position trimmed() {
        int surplus = delivered.size() - SPARE;
        if (surplus <= 0) {
            return this;
        }
        Instant needed = newest().minus(lookback);
        Map<String, Seen> fewer = new LinkedHashMap<>(delivered);
        Iterator<Seen> each = fewer.values().iterator();
        while (surplus > 0 && each.hasNext()) {
            if (each.next().time.isBefore(needed)) {
                each.remove();
                surplus--;
            }
        }
        return new Position(emit, lookback, floor, mark, settled, fewer);
    }

    static Instant latest(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** The newest instant of which this position knows that the API had reached it; null at the beginning. */
    Instant newest() {
        Instant newest = mark;
        for (Seen seen : delivered.values()) {
            newest = latest(newest, seen.time);
        }
        return newest;
    }

    public Emit emit() {
        return emit;
    }

    /** Up to where everything was seen; null at the beginning. */
    public Instant mark() {
        return mark;
    }

    /** From where on the next scan looks; null for everything. */
    public Instant floor() {
        return floor;
    }

    Instant settledAt() {
        return settled;
    }

    Map<String, Seen> delivered() {
        return delivered;
    }

    /** Equal when they would decide alike about every record. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Position that
                && emit == that.emit
                && Objects.equals(floor, that.floor)
                && Objects.equals(mark, that.mark)
                && Objects.equals(settled, that.settled)
                && delivered.equals(that.delivered);
    }

    @Override
    public int hashCode() {
        return Objects.hash(emit, floor, mark, settled, delivered.size());
    }

    @Override
    public String toString() {
        return emit.field() + " " + (mark == null ? "beginning" : mark) + " (" + delivered.size() + " ids)";
    }
}
