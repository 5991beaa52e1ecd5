// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * One way from a position to the newest change, a page at a time. It stays open over failures and over polls: after an
 * exception, and as long as a batch is not done, {@link #next()} goes on where it was.
 *
 * <pre>{@code
 * while ((batch = scan.next()).isPresent()) {
 *     for (Change change : batch.get().changes()) {
 *         process(change);      // leave on failure: next() begins with this change
 *         scan.done(1);
 *     }
 *     store.save(scan.position());
 * }
 * }</pre>
 *
 * Used by one thread at a time; {@link #close()} may be called by any.
 */
public final class ChangeScan implements AutoCloseable {

    private final ChangeReader reader;
    private int way;
    private volatile PageFeed feed;
    private volatile boolean closed;
    private Walk walk;
    private boolean anyOrder;

    /** What decides how far back records are looked at; versions are looked up in {@link #position}. */
    private Position base;

    private volatile Position position;
    private Walk.Section section;
    private List<Change> fresh = List.of();
    private int done;
    private boolean finished;
    private long delivered;
    private long deliveredAtRestart = -1;
    private volatile long suppressed;
    private volatile Instant newestSeen;

    ChangeScan(ChangeReader reader, Position position) {
        this.reader = reader;
        this.position = position;
        begin(reader.currentWay(), position);
    }

    private void begin(int newWay, Position from) {
        way = newWay;
        base = from;
        anyOrder = false;
        useFeed(reader.feed(newWay, from));
        walk = reader.walk(newWay, feed, from);
    }

    private void useFeed(PageFeed newFeed) {
        PageFeed old = feed;
        feed = newFeed;
        if (old != null) {
            old.close();
        }
        if (closed) {
            newFeed.close();
        }
    }

    /**
     * The changes that are not done yet, of the current page or else of the next one that has any. Fetching of the page
     * after that begins at once.
     *
     * @return empty when the scan is finished or closed
     * @throws OctolaneException when a page cannot be had or makes no sense; the next call tries it again
     */
    public Optional<Batch> next() {
        while (!finished && done == fresh.size()) {
            Walk.Section following;
            try {
                following = section();
            } catch (CancellationException e) {
                if (!closed) {
                    throw e;
                }
                // the interrupt, if there was one, was for the fetch
                Thread.interrupted();
                return Optional.empty();
            }
            reader.remember(way);
            section = following;
            done = 0;
            fresh = select(following.changes());
            if (fresh.isEmpty()) {
                finishSection();
            }
        }
        return finished || closed
                ? Optional.empty()
                : Optional.of(new Batch(fresh.subList(done, fresh.size()), section.definitions()));
    }

    private Walk.Section section() {
        while (true) {
            try {
                Walk.Section following = walk.next().orElseThrow();
                if (walk.isOrdered() || anyOrder || reader.emit() != Emit.NEW) {
                    return following;
                }
                // the API's own order goes by updates: read forward, a new record that is updated would get out of
                // sight
                useFeed(reader.feed(way, base));
                walk = reader.walkBackward(feed, base);
            } catch (BackwardWalk.OutOfOrderException e) {
                anyOrder = true;
                useFeed(reader.feed(way, base));
                walk = reader.walkInAnyOrder(feed, base);
            } catch (RuntimeException e) {
                // assumption A-18
                if (closed || !reader.isRefusal(e)) {
                    throw e;
                }
                recover(e);
            }
        }
    }

    /** A refused first page means that the API does not know this filter or sort, a refused later one that the cursor has expired. */
    private void recover(RuntimeException refused) {
        if (!feed.holdsCursor()) {
            if (!reader.hasWay(way + 1)) {
                begin(reader.currentWay(), base);
                throw refused;
            }
            begin(way + 1, base);
            return;
        }
        if (deliveredAtRestart == delivered || reader.emit() == Emit.ALL && deliveredAtRestart >= 0) {
            deliveredAtRestart = -1;
            begin(way, walk.isOrdered() ? position : base);
            throw new OctolaneException(
                    "The API refused a cursor, and refused it again after the scan had begun anew from " + position,
                    refused);
        }
        deliveredAtRestart = delivered;
        begin(way, walk.isOrdered() ? position : base);
    }

    private List<Change> select(List<Change> changes) {
        Instant newest = newestSeen;
        for (Change change : changes) {
            newest = Position.latest(newest, change.time());
        }
        newestSeen = newest;
        if (reader.emit() == Emit.ALL) {
            return changes;
        }
        List<Change> oldestFirst = new ArrayList<>(changes);
        oldestFirst.sort(Comparator.comparing(Change::time));
        List<Change> selected = new ArrayList<>(changes.size());
        Map<String, Instant> onPage = new HashMap<>(2 * changes.size());
        for (Change change : oldestFirst) {
            if (base.reaches(change) && !position.knows(change)) {
                Instant before = onPage.put(change.id(), change.time());
                if (before == null || before.isBefore(change.time())) {
                    selected.add(change);
                }
            }
        }
        suppressed += changes.size() - selected.size();
        return selected;
    }

    /**
     * The route has finished with the first so many changes of the batch that {@link #next()} gave last.
     *
     * @throws IllegalArgumentException when there are not so many
     */
    public void done(int count) {
        if (count < 0 || count > fresh.size() - done) {
            throw new IllegalArgumentException(
                    count + " changes cannot be done: " + (fresh.size() - done) + " are left");
        }
        done += count;
        delivered += count;
        if (count > 0 && done == fresh.size()) {
            finishSection();
        }
    }

    private void finishSection() {
        // a scan that delivers nothing leaves the position as it was
        Position next = reader.emit() == Emit.ALL || delivered == 0
                ? position
                : position.advanced(fresh, section.mark(), section.complete());
        fresh = List.of();
        done = 0;
        finished = section.last();
        position = section.mark() == null ? next.trimmed() : next;
    }

    /** What may be stored now: everything that is done is in it, and nothing else. */
    public Position position() {
        return reader.emit() == Emit.ALL ? position : position.with(fresh.subList(0, done));
    }

    /** Whether everything up to the end was delivered, so that the next poll needs a new scan. */
    public boolean isFinished() {
        return finished;
    }

    /** How many records came that had been delivered before. */
    public long suppressed() {
        return suppressed;
    }

    /** The newest timestamp that the API has shown in this scan, null before the first. */
    public Instant newestSeen() {
        return newestSeen;
    }

    /** Cancels the fetch that is under way. The position stays readable. */
    @Override
    public void close() {
        closed = true;
        feed.close();
    }
}
