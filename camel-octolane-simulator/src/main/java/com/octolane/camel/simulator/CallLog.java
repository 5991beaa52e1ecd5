// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The last calls of the API, whoever answered them, newest first. It is kept beside the journal, which may be switched off. */
final class CallLog implements ServeEventListener {

    /**
     * One call.
     *
     * @param number counts up from 1
     * @param status null when the connection was broken instead of an answer
     * @param millis from the request's arrival until the answer was ready
     * @param rows how many records the call read or wrote, null when that is not known
     * @param fault what was made to go wrong, or null
     */
    record Call(
            long number,
            String at,
            String method,
            String path,
            Integer status,
            int millis,
            Object rows,
            Object fault) {}

    /** The calls that are kept, newest first, and how many there were. */
    record Recent(long total, List<Call> latest) {}

    private static final String NOTE = "OCTOLANE_CALL";
    private static final int KEPT = 100;
    private static final int LONGEST_PATH = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Call> calls = new ArrayDeque<>(KEPT);
    private long total;

    /** Leaves with an event what only the code that answers it knows; either may be null. */
    static void note(ServeEvent event, String fault, Integer rows) {
        if (fault != null || rows != null) {
            Map<String, Object> note = new HashMap<>();
            note.put("fault", fault);
            note.put("rows", rows);
            event.appendSubEvent(new SubEvent(NOTE, 0L, note));
        }
    }

    @Override
    public String getName() {
        return "octolane-call-log";
    }

    /** Before the answer is sent: who has it finds the call here, and none is noted late, after a reset. */
    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        String path = Board.path(event.getRequest().getUrl());
        if (Board.owns(path)) {
            return;
        }
        Map<String, Object> note = event.getSubEvents().stream()
                .filter(each -> NOTE.equals(each.getType()))
                .<Map<String, Object>>map(SubEvent::getData)
                .findFirst()
                .orElse(Map.of());
        boolean broken = event.getResponse().getFault() != null;
        lock.lock();
        try {
            if (calls.size() == KEPT) {
                calls.removeLast();
            }
            calls.addFirst(new Call(
                    ++total,
                    event.getRequest().getLoggedDate().toInstant().toString(),
                    event.getRequest().getMethod().getName(),
                    path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + '…' : path,
                    broken ? null : event.getResponse().getStatus(),
                    event.getTiming().getProcessTime() + event.getTiming().getAddedDelay(),
                    note.get("rows"),
                    note.get("fault")));
        } finally {
            lock.unlock();
        }
    }

    Recent recent() {
        lock.lock();
        try {
            return new Recent(total, new ArrayList<>(calls));
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            calls.clear();
            total = 0;
        } finally {
            lock.unlock();
        }
    }
}
