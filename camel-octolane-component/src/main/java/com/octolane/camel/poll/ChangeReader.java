// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.Filter;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.PageSource;
import com.octolane.camel.client.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Opens scans for one consumer, and remembers between them what the API refused.
 *
 * <p>The query's own sort is used with {@link Emit#ALL} only: the others need the order of their position. Where the
 * query names the fields to read, those that the position needs are added.
 */
public final class ChangeReader {

    /** A way to ask for changes; the next in the list is for an API that refuses the one before. */
    enum Way {
        FILTERED,
        NEWEST_FIRST,
        UNSORTED
    }

    private final PageSource source;
    private final Query query;
    private final Emit emit;
    private final Duration lookback;
    private final Executor executor;
    private final Predicate<RuntimeException> refusal;
    private final List<Way> ways;
    private volatile int current;

    /**
     * @param source   reads the pages
     * @param query    what the user asks for
     * @param lookback how far before its mark a position looks again, not negative
     * @param executor runs at most one fetch at a time for each open scan
     * @param refusal  whether an exception means that the API rejected the request as invalid (status 400)
     */
    public ChangeReader(
            PageSource source,
            Query query,
            Emit emit,
            ScanMode mode,
            Duration lookback,
            Executor executor,
            Predicate<RuntimeException> refusal) {
        if (lookback.isNegative()) {
            throw new IllegalArgumentException("lookback must not be negative, but is " + lookback);
        }
        this.source = source;
        this.query = withNeededFields(query);
        this.emit = emit;
        this.lookback = lookback;
        this.executor = executor;
        this.refusal = refusal;
        this.ways = ways(emit, mode);
    }

    private static List<Way> ways(Emit emit, ScanMode mode) {
        if (emit == Emit.ALL) {
            return List.of(Way.FILTERED, Way.UNSORTED);
        }
        return switch (mode) {
            case FILTER -> List.of(Way.FILTERED);
            case NEWEST_FIRST -> List.of(Way.NEWEST_FIRST);
            case AUTO -> List.of(Way.FILTERED, Way.NEWEST_FIRST);
        };
    }

    private static Query withNeededFields(Query query) {
        if (query.fields().isEmpty()) {
            return query;
        }
        Set<String> fields = new LinkedHashSet<>(query.fields());
        fields.addAll(List.of("id", "created_at", "updated_at"));
        return query.withFields(List.copyOf(fields));
    }

    /** A position before everything, for this reader's options. */
    public Position beginning() {
        return Position.beginning(emit, lookback);
    }

    /** A position at an instant: what is older counts as delivered. */
    public Position startingAt(Instant start) {
        return Position.at(emit, lookback, start);
    }

    /**
     * A position at the present time of the API's server. It has to be stored before anything else, or a restart before
     * the first delivery would begin at a later time.
     *
     * @throws OctolaneException when the API does not tell its time
     */
    public Position startingNow() {
        Instant now = source.fetch(query.withLimit(1), null).serverTime();
        // assumption A-41
        if (now == null) {
            throw new OctolaneException(
                    "startFrom=now needs the server's time, but the API's answer has no Date header."
                            + " Use startFrom=beginning or an ISO-8601 instant.");
        }
        return startingAt(now);
    }

    /** Begins a scan; nothing is fetched before its first {@code next()}. */
    public ChangeScan open(Position position) {
        return new ChangeScan(this, position);
    }

    Emit emit() {
        return emit;
    }

    boolean isRefusal(RuntimeException e) {
        return refusal.test(e);
    }

    int currentWay() {
        return current;
    }

    /** The way has worked: later scans begin with it. */
    void remember(int way) {
        current = way;
    }

    boolean hasWay(int way) {
        return way < ways.size();
    }

    PageFeed feed(int way, Position from) {
        return new PageFeed(source, query(ways.get(way), from), executor);
    }

    private Query query(Way way, Position from) {
        if (emit == Emit.ALL) {
            return way == Way.UNSORTED || query.sort() != null ? query : query.withSort(emit.field() + ":asc");
        }
        return switch (way) {
            // assumption A-19
            case FILTERED -> filteredFrom(from.floor()).withSort(emit.field() + ":asc");

            case NEWEST_FIRST, UNSORTED -> query.withSort(null);
        };
    }

    private Query filteredFrom(Instant floor) {
        if (floor == null) {
            return query;
        }
        List<Filter> filters = new ArrayList<>(query.filters());
        // assumption A-43
        filters.add(new Filter(emit.field(), "gte", floor.toString()));
        return query.withFilters(filters);
    }

    Walk walk(int way, PageFeed feed, Position from) {
        Way kind = ways.get(way);
        return kind == Way.NEWEST_FIRST
                ? walkBackward(feed, from)
                : new ForwardWalk(feed, emit, lookback, kind == Way.FILTERED, from.newest());
    }

    Walk walkBackward(PageFeed feed, Position from) {
        return new BackwardWalk(feed, emit, lookback, from);
    }

    /** For an API that has an order of its own: everything is read before the mark moves. */
    Walk walkInAnyOrder(PageFeed feed, Position from) {
        return new ForwardWalk(feed, emit, lookback, false, from.newest());
    }
}
