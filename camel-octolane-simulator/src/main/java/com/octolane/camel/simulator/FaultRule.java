// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;

/** Says which of the calls that it is about go wrong, and how. Not thread-safe: {@link Faults} guards it. */
final class FaultRule {

    /** The n-th call counts from one; asks {@code mayFire} before it uses up what it has. */
    @FunctionalInterface
    private interface Choice {
        Fault of(long call, BooleanSupplier mayFire);
    }

    /** What a rule has still to do. */
    record Plan(String when, List<Fault> faults, boolean everywhere) {}

    /** The words for what is still to be done after so many calls, and the faults that are left. */
    @FunctionalInterface
    private interface Outlook {
        Plan after(long calls, boolean everywhere);
    }

    /** The scope of a rule that is about every call. */
    static final BiPredicate<String, String> EVERYWHERE = (method, path) -> true;

    private final BiPredicate<String, String> scope;
    private final Choice choice;
    private final Outlook outlook;
    private long calls;

    private FaultRule(BiPredicate<String, String> scope, Choice choice, Outlook outlook) {
        this.scope = scope;
        this.choice = choice;
        this.outlook = outlook;
    }

    private static final String NEXT = "next call";

    static FaultRule onCall(BiPredicate<String, String> scope, int first, List<Fault> faults) {
        return new FaultRule(
                scope,
                (call, mayFire) ->
                        call >= first && call < (long) first + faults.size() ? faults.get((int) (call - first)) : null,
                (calls, everywhere) -> {
                    List<Fault> left = faults.subList(
                            (int) Math.min(faults.size(), Math.max(0, calls - first + 1)), faults.size());
                    long ahead = first - calls;
                    return new Plan(ahead > 1 ? "in " + ahead + " calls" : NEXT, left, everywhere);
                });
    }

    static FaultRule next(BiPredicate<String, String> scope, List<Fault> faults) {
        Deque<Fault> left = new ArrayDeque<>(faults);
        return new FaultRule(
                scope,
                (call, mayFire) -> mayFire.getAsBoolean() ? left.poll() : null,
                (calls, everywhere) -> new Plan(NEXT, List.copyOf(left), everywhere));
    }

    static FaultRule every(BiPredicate<String, String> scope, int n, Fault fault) {
        return new FaultRule(
                scope,
                (call, mayFire) -> call % n == 0 ? fault : null,
                (calls, everywhere) ->
                        new Plan(n == 1 ? "every call" : "every " + n + " calls", List.of(fault), everywhere));
    }

    static FaultRule randomly(BiPredicate<String, String> scope, long seed, double probability, List<Fault> faults) {
        Random random = new Random(seed);
        return new FaultRule(
                scope,
                (call, mayFire) -> {
                    // both are drawn for each call, so that what other rules do does not change the sequence
                    boolean hit = random.nextDouble() < probability;
                    Fault fault = faults.get(random.nextInt(faults.size()));
                    return hit ? fault : null;
                },
                (calls, everywhere) -> new Plan("by chance, probability " + probability, faults, everywhere));
    }

    /** @param mayFire whether no rule before this one has chosen a fault for the call */
    Fault choose(String method, String path, boolean mayFire) {
        if (!scope.test(method, path)) {
            return null;
        }
        return choice.of(++calls, () -> mayFire);
    }

    /** What is still to come; without faults when the rule has done what it had to. */
    Plan plan() {
        return outlook.after(calls, scope == EVERYWHERE);
    }
}
