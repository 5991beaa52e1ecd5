// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Switches for the ways in which other services were seen to behave. All are off at first and after a reset, and may be turned at any time
 * while requests run.
 */
public final class OctolaneWorld {

    private static final long NEVER = Long.MAX_VALUE;

    private final Supplier<Instant> clock;
    private final Map<String, Instant> hiddenUntil = new ConcurrentHashMap<>();
    private volatile Switches on = new Switches();

    OctolaneWorld(Supplier<Instant> clock) {
        this.clock = clock;
    }

    private static final class Switches {
        volatile boolean ignoreFilter;
        volatile boolean ignoreSort;
        volatile boolean refuseUpdatedAtFilter;
        volatile boolean refuseUpdatedAtSort;
        volatile boolean extraFields;
        volatile boolean endlessCursor;
        volatile boolean repeatCursor;
        volatile boolean repeatRecords;
        volatile boolean rowIndexInErrors = true;
        volatile BulkAnswerShape bulkShape = BulkAnswerShape.RECORDS;
        volatile long cursorLife = NEVER;
        volatile Set<String> nulls = Set.of();
        volatile Set<String> omitted = Set.of();
        volatile LongConsumer beforeRead = call -> {};
        volatile Set<Difference> differences = Set.of();
    }

    /** Lists and searches do not show the record before this much time has passed on the clock; its timestamps stay as they are. */
    public OctolaneWorld visibleLate(String plural, String id, Duration delay) {
        hiddenUntil.put(key(Kind.of(plural), id), clock.get().plus(delay));
        return this;
    }

    /** Lists and searches do not show the record until {@link #reveal} is called. */
    public OctolaneWorld hide(String plural, String id) {
        hiddenUntil.put(key(Kind.of(plural), id), Instant.MAX);
        return this;
    }

    public OctolaneWorld reveal(String plural, String id) {
        hiddenUntil.remove(key(Kind.of(plural), id));
        return this;
    }

    /** A cursor works for this many further reads, by anybody, and is then answered with 400; 0 for none at all. */
    public OctolaneWorld expireCursorsAfter(int reads) {
        on.cursorLife = reads;
        return this;
    }

    /** Filters are checked and then not applied. */
    public OctolaneWorld ignoreFilter(boolean ignore) {
        on.ignoreFilter = ignore;
        return this;
    }

    /** Whatever the sort says, the newest change comes first. */
    public OctolaneWorld ignoreSort(boolean ignore) {
        on.ignoreSort = ignore;
        return this;
    }

    /** A filter on {@code updated_at} is answered with 400. */
    public OctolaneWorld refuseUpdatedAtFilter(boolean refuse) {
        on.refuseUpdatedAtFilter = refuse;
        return this;
    }

    /** A sort by {@code updated_at} is answered with 400; the order without a sort stays. */
    public OctolaneWorld refuseUpdatedAtSort(boolean refuse) {
        on.refuseUpdatedAtSort = refuse;
        return this;
    }

    /** Records carry fields, plain and nested, that no documentation knows. */
    public OctolaneWorld extraFields(boolean add) {
        on.extraFields = add;
        return this;
    }

    /** These fields are null in every record that is read, whatever was stored. */
    public OctolaneWorld nulls(String... fields) {
        on.nulls = Set.of(fields);
        return this;
    }

    /** These fields are missing from every record that is read. */
    public OctolaneWorld omit(String... fields) {
        on.omitted = Set.of(fields);
        return this;
    }

    /** There is always one more page, though nothing is left to put on it. */
    public OctolaneWorld endlessCursor(boolean endless) {
        on.endlessCursor = endless;
        return this;
    }

    /** The second page hands out the cursor that led to it, and so for ever. */
    public OctolaneWorld repeatCursor(boolean repeat) {
        on.repeatCursor = repeat;
        return this;
    }

    /** Each page but the first begins with the last record of the page before. */
    public OctolaneWorld repeatRecords(boolean repeat) {
        on.repeatRecords = repeat;
        return this;
    }

    /** Whether the errors of a bulk call name the row, as in {@code [17].opportunity.name}; they do unless told otherwise. */
    public OctolaneWorld rowIndexInErrors(boolean tell) {
        on.rowIndexInErrors = tell;
        return this;
    }

    /** What bulk creates and bulk updates answer, and whether one bad row spoils the call; {@link BulkAnswerShape#RECORDS} at first. */
    public OctolaneWorld bulkAnswers(BulkAnswerShape shape) {
        on.bulkShape = Objects.requireNonNull(shape);
        return this;
    }

    /** Runs before each list or search looks at the records, with the number of the read, so that a test can change them between pages. */
    public OctolaneWorld beforeEachRead(LongConsumer action) {
        on.beforeRead = action;
        return this;
    }

    /** The service differs in these ways, and in no others of them; a switch that one of them turned stays as it is. */
    public OctolaneWorld differ(Difference... ways) {
        on.differences = Set.of(ways);
        on.differences.forEach(way -> way.turn(this));
        return this;
    }

    boolean differs(Difference way) {
        return on.differences.contains(way);
    }

    /** Turns every switch off and shows what was hidden. */
    public void reset() {
        on = new Switches();
        hiddenUntil.clear();
    }

    boolean shows(CrmRecord candidate, Instant now) {
        if (hiddenUntil.isEmpty()) {
            return true;
        }
        Instant until = hiddenUntil.get(key(candidate.kind(), candidate.id()));
        return until == null || !now.isBefore(until);
    }

    boolean hasExpired(long reads) {
        return reads > on.cursorLife;
    }

    boolean ignoresFilter() {
        return on.ignoreFilter;
    }

    boolean ignoresSort() {
        return on.ignoreSort;
    }

    boolean refusesFilter(String field) {
        return on.refuseUpdatedAtFilter && CrmRecord.UPDATED_AT.equals(field) || Bends.refusesFilter(this, field);
    }

    boolean refusesSort(String field) {
        return on.refuseUpdatedAtSort && CrmRecord.UPDATED_AT.equals(field);
    }

    boolean cursorNeverEnds() {
        return on.endlessCursor || on.repeatCursor;
    }

    boolean cursorRepeats() {
        return on.repeatCursor;
    }

    boolean repeatsRecords() {
        return on.repeatRecords;
    }

    boolean namesRows() {
        return on.rowIndexInErrors;
    }

    BulkAnswerShape bulkShape() {
        return on.bulkShape;
    }

    void beforeRead(long call) {
        on.beforeRead.accept(call);
    }

    void bend(Map<String, Object> shown) {
        if (on.extraFields) {
            shown.put("x_score", 0.75);
            shown.put("x_flags", Map.of("starred", true, "labels", new String[] {"a", "b"}));
        }
        Bends.show(this, shown);
        on.nulls.forEach(field -> shown.put(field, null));
        on.omitted.forEach(shown::remove);
    }

    private static String key(Kind kind, String id) {
        return kind.plural() + '/' + id;
    }
}
