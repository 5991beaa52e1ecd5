// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the board shows: exact counts and sums, and of the records only the latest, so that many of them cost no more than few. */
final class BoardState {

    private static final int LATEST = 50;
    /** How far back a pipeline is searched for the latest deals of a stage that hardly ever changes. */
    private static final int LOOKED_AT = 20_000;

    private static final StageTotals.Total NOTHING = StageTotals.Total.NONE;

    private final Store store;
    private final Map<String, Pipeline> pipelines;

    BoardState(Store store, Map<String, Pipeline> pipelines) {
        this.store = store;
        this.pipelines = pipelines;
    }

    Map<String, Object> records() {
        return store.reading(() -> {
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("pipelines", pipelines());
            state.put("accounts", latest(Kind.ACCOUNT, each -> shown(each, "name", "domain", "industry")));
            state.put("contacts", latest(Kind.CONTACT, each -> shown(each, "name", "email", "job_title")));
            state.put("notes", store.table(Kind.NOTE).size());
            state.put("activities", store.table(Kind.ACTIVITY).size());
            return state;
        });
    }

    private List<Map<String, Object>> pipelines() {
        Map<String, Map<String, StageTotals.Total>> totals =
                store.table(Kind.OPPORTUNITY).stageTotals().all();
        List<Map<String, Object>> shown = new ArrayList<>();
        // by name, so that they keep their places
        Map<String, Pipeline> byName = new TreeMap<>();
        pipelines.values().forEach(each -> byName.put(each.name() + '\n' + each.id(), each));
        byName.values().forEach(each -> shown.add(pipeline(each, totals.getOrDefault(each.id(), Map.of()))));
        // a test may seed deals of a pipeline that is none of the simulator's
        totals.forEach((id, each) -> {
            if (!pipelines.containsKey(id)) {
                shown.add(pipeline(new Pipeline(id, id, List.of()), each));
            }
        });
        return shown;
    }

    private Map<String, Object> pipeline(Pipeline pipeline, Map<String, StageTotals.Total> totals) {
        Map<String, StageTotals.Total> left = new LinkedHashMap<>(totals);
        Map<String, List<Map<String, Object>>> deals = latestDeals(pipeline.id(), totals);
        List<Map<String, Object>> stages = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            StageTotals.Total total = left.remove(stage.id());
            if (stage.active() || total != null) {
                stages.add(stage(stage, total == null ? NOTHING : total, deals.get(stage.id())));
            }
        }
        left.forEach((id, total) -> {
            Stage unknown = new Stage(id, id.isEmpty() ? "No stage" : id, 0, null, true, false, null, "default");
            stages.add(stage(unknown, total, deals.get(id)));
        });
        StageTotals.Total whole = totals.values().stream().reduce(NOTHING, StageTotals.Total::plus);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", pipeline.id());
        shown.put("name", pipeline.name());
        shown.put("count", whole.count());
        shown.put("sum", whole.sum());
        shown.put("stages", stages);
        return shown;
    }

    private static Map<String, Object> stage(
            Stage stage, StageTotals.Total total, List<Map<String, Object>> latestDeals) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", stage.id());
        shown.put("label", stage.label());
        shown.put("color", stage.color());
        shown.put("count", total.count());
        shown.put("sum", total.sum());
        shown.put("deals", latestDeals == null ? List.of() : latestDeals);
        return shown;
    }

    /** The deals that were changed last, newest first, by the id of their stage. */
    private Map<String, List<Map<String, Object>>> latestDeals(
            String pipelineId, Map<String, StageTotals.Total> totals) {
        Map<String, List<Map<String, Object>>> latest = new HashMap<>();
        long wanted = totals.values().stream()
                .mapToLong(each -> Math.min(each.count(), LATEST))
                .sum();
        int lookedAt = 0;
        for (CrmRecord deal : store.table(Kind.OPPORTUNITY).latestFirst(pipelineId)) {
            if (wanted == 0 || lookedAt++ == LOOKED_AT) {
                break;
            }
            List<Map<String, Object>> ofStage =
                    latest.computeIfAbsent(StageTotals.stageOf(deal), id -> new ArrayList<>());
            if (ofStage.size() < LATEST) {
                ofStage.add(deal(deal));
                wanted--;
            }
        }
        return latest;
    }

    private Map<String, Object> deal(CrmRecord deal) {
        Map<String, Object> shown = shown(deal, "name", "close_date", "owner_email");
        shown.put("amount", StageTotals.amountOf(deal));
        String accountId = deal.text("account_id");
        CrmRecord account = accountId == null ? null : store.table(Kind.ACCOUNT).get(accountId);
        shown.put("account", account == null ? null : account.get("domain"));
        return shown;
    }

    private Map<String, Object> latest(Kind kind, Function<CrmRecord, Map<String, Object>> show) {
        List<Map<String, Object>> latest = new ArrayList<>();
        for (CrmRecord each : store.table(kind).latestFirst("")) {
            if (latest.size() == LATEST) {
                break;
            }
            latest.add(show.apply(each));
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("count", store.table(kind).size());
        shown.put("latest", latest);
        return shown;
    }

    private static Map<String, Object> shown(CrmRecord each, String... fields) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(CrmRecord.ID, each.id());
        shown.put(CrmRecord.UPDATED_AT, Timestamps.format(each.updatedAt()));
        for (String field : fields) {
            shown.put(field, each.get(field));
        }
        return shown;
    }
}
