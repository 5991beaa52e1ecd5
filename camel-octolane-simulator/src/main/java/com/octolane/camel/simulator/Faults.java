// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Makes calls go wrong by a script. Each rule counts the calls that it is about from the moment it was added; where several rules want one
 * call, the one added first has it. Calls that the rate limit refuses are not counted. Everything may be changed while requests run, and is
 * off at first and after a reset.
 */
public final class Faults {

    private final FaultScript script;
    private final BiPredicate<String, String> scope;

    Faults(FaultScript script) {
        this(script, FaultRule.EVERYWHERE);
    }

    private Faults(FaultScript script, BiPredicate<String, String> scope) {
        this.script = script;
        this.scope = scope;
    }

    /** The same, for rules about some paths only, such as {@code path -> path.endsWith("/bulk")}; paths begin with {@code /v1}. */
    public Faults on(Predicate<String> path) {
        return new Faults(script, scope.and((method, p) -> path.test(p)));
    }

    /** The same, for rules about one method and some paths only. */
    public Faults on(String method, Predicate<String> path) {
        return new Faults(script, scope.and((m, p) -> method.equals(m) && path.test(p)));
    }

    /**
     * The n-th call from now on goes wrong, and those after it when there are more faults.
     *
     * @param n 1 for the next call
     */
    public Faults onCall(int n, Fault... faults) {
        script.add(FaultRule.onCall(scope, positive(n), some(faults)));
        return this;
    }

    /** The next calls that nothing added earlier makes go wrong, one for each fault. */
    public Faults next(Fault... faults) {
        script.add(FaultRule.next(scope, some(faults)));
        return this;
    }

    /** Every n-th call goes wrong; 1 for all of them. */
    public Faults every(int n, Fault fault) {
        script.add(FaultRule.every(scope, positive(n), Objects.requireNonNull(fault)));
        return this;
    }

    /**
     * Calls go wrong by chance, in one of these ways. The sequence depends on the seed alone; which call gets which place in it depends on
     * the order in which they arrive.
     *
     * @param probability between 0 and 1
     */
    public Faults randomly(long seed, double probability, Fault... faults) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Not a probability: " + probability);
        }
        script.add(FaultRule.randomly(scope, seed, probability, some(faults)));
        return this;
    }

    /** Each call, whatever its path, is answered this much later. */
    public Faults latency(Duration latency) {
        script.latency(latency);
        return this;
    }

    /** How long {@link Fault#HANG} hangs at most (20 seconds unless told otherwise); clearing, resetting and closing end it at once. */
    public Faults hangFor(Duration longest) {
        script.hangFor(longest);
        return this;
    }

    /**
     * Refuses calls beyond a rate with 429, by real time and whatever their path; a burst of one second's worth passes.
     *
     * @param requestsPerSecond more than 0; less than 1 for less than one call a second
     */
    public Faults rateLimit(double requestsPerSecond, RetryAfterForm form) {
        if (!(requestsPerSecond > 0)) {
            throw new IllegalArgumentException("Not a rate: " + requestsPerSecond);
        }
        script.rateLimit(new RateGate(requestsPerSecond, Objects.requireNonNull(form), System::nanoTime));
        return this;
    }

    /** How often a fault happened since the start or the last reset, whatever the path. */
    public int count(Fault fault) {
        return script.count(fault);
    }

    /** How many calls the rate limit refused since the start or the last reset. */
    public int rateLimitedCount() {
        return script.rateLimitedCount();
    }

    /** Takes away all rules, of whatever paths, the rate limit and the latency; the counts stay. */
    public Faults clear() {
        script.clear();
        return this;
    }

    private static int positive(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("Calls are counted from 1, not " + n);
        }
        return n;
    }

    private static List<Fault> some(Fault... faults) {
        if (faults.length == 0) {
            throw new IllegalArgumentException("At least one fault is needed");
        }
        return List.of(faults);
    }
}
