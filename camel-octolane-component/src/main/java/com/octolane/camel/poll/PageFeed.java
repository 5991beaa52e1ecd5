// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.Page;
import com.octolane.camel.client.PageSource;
import com.octolane.camel.client.Query;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/** Pages of one query, at most one of them fetched ahead. Used by one thread, closed by any. */
final class PageFeed implements AutoCloseable {

    private final PageSource source;
    private final Query query;
    private final Executor executor;
    private final ReentrantLock lock = new ReentrantLock();
    private FutureTask<Page> ahead;
    private String aheadCursor;
    private boolean closed;
    private String asked;

    PageFeed(PageSource source, Query query, Executor executor) {
        this.source = source;
        this.query = query;
        this.executor = executor;
    }

    /**
     * @param cursor null for the first page
     * @throws CancellationException when the feed was closed
     */
    Page get(String cursor) {
        asked = cursor;
        FutureTask<Page> waiting;
        lock.lock();
        try {
            waiting = ahead;
            ahead = null;
        } finally {
            lock.unlock();
        }
        if (waiting == null || !Objects.equals(aheadCursor, cursor)) {
            cancel(waiting);
            waiting = new FutureTask<>(() -> source.fetch(query, cursor));
            inFlight(waiting, cursor);
            waiting.run();
        } else {
            inFlight(waiting, cursor);
        }
        try {
            return await(waiting);
        } finally {
            inFlight(null, null);
        }
    }

    /** Begins to fetch the page that will be asked for next. */
    void ahead(String cursor) {
        FutureTask<Page> task = new FutureTask<>(() -> source.fetch(query, cursor));
        inFlight(task, cursor);
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // the pool is going down or full: the page is then fetched when it is asked for
            inFlight(null, null);
        }
    }

    private void inFlight(FutureTask<Page> task, String cursor) {
        lock.lock();
        try {
            if (task != null) {
                checkOpen();
            }
            ahead = task;
            aheadCursor = cursor;
        } finally {
            lock.unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new CancellationException("The scan was closed");
        }
    }

    private static Page await(FutureTask<Page> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new OctolaneException("A page could not be fetched", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            task.cancel(true);
            throw new OctolaneException("Interrupted while waiting for a page", e);
        }
    }

    private static void cancel(FutureTask<Page> task) {
        if (task != null) {
            task.cancel(true);
        }
    }

    /** Whether the page asked for last was named by a cursor. */
    boolean holdsCursor() {
        return asked != null;
    }

    /** Cancels what is under way; the thread that waits for it gets a {@link CancellationException}. */
    @Override
    public void close() {
        FutureTask<Page> running;
        lock.lock();
        try {
            closed = true;
            running = ahead;
            ahead = null;
        } finally {
            lock.unlock();
        }
        cancel(running);
    }
}
