// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many deals each stage of each pipeline has, and their sum, kept up to date with each change. Guarded like {@link Table}. */
final class StageTotals {

    /** Amounts that are no numbers count as nothing. */
    record Total(long count, BigDecimal sum) {

        static final Total NONE = new Total(0, BigDecimal.ZERO);

        Total plus(Total other) {
            return new Total(count + other.count, sum.add(other.sum));
        }

        Total negated() {
            return new Total(-count, sum.negate());
        }

        static Total of(CrmRecord deal) {
            BigDecimal amount = amountOf(deal);
            return new Total(1, amount == null ? BigDecimal.ZERO : amount);
        }
    }

    private final Map<String, Map<String, Total>> byPipeline = new LinkedHashMap<>();

    /** @return the totals by the id of pipeline and stage; stages without deals are missing */
    Map<String, Map<String, Total>> all() {
        return byPipeline;
    }

    void add(String pipelineId, CrmRecord deal) {
        change(pipelineId, stageOf(deal), Total.of(deal));
    }

    void remove(String pipelineId, CrmRecord deal) {
        change(pipelineId, stageOf(deal), Total.of(deal).negated());
    }

    void clear() {
        byPipeline.clear();
    }

    /** The id of the stage; the empty text when it has none. */
    static String stageOf(CrmRecord deal) {
        String stage = deal.text("stage_id");
        return stage == null ? "" : stage;
    }

    /** @return null when the deal has no amount that can be summed up */
    static BigDecimal amountOf(CrmRecord deal) {
        return deal.get("deal_size") instanceof Number size && Double.isFinite(size.doubleValue())
                ? new BigDecimal(size.toString())
                : null;
    }

    private void change(String pipelineId, String stageId, Total difference) {
        byPipeline
                .computeIfAbsent(pipelineId, id -> new LinkedHashMap<>())
                .merge(stageId, difference, (a, b) -> a.count() + b.count() == 0 ? null : a.plus(b));
    }
}
