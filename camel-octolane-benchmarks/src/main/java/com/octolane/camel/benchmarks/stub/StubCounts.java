// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What has come since the settings were made. Belongs to the one event loop. */
final class StubCounts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Map<String, Long> calls = new TreeMap<>();
    private final Map<String, Long> records = new TreeMap<>();
    private final long cpuBefore = SYSTEM.getProcessCpuTime();
    private long refusedCalls;
    private long refusedRows;

    void call(String kind) {
        calls.merge(kind, 1L, Long::sum);
    }

    void taken(String kind, int rows) {
        records.merge(kind, (long) rows, Long::sum);
    }

    void refused(int rows) {
        refusedCalls++;
        refusedRows += rows;
    }

    byte[] toJson() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("calls", calls);
        all.put("records", records);
        all.put("refusedCalls", refusedCalls);
        all.put("refusedRows", refusedRows);
        all.put("cpuMillis", (SYSTEM.getProcessCpuTime() - cpuBefore) / 1_000_000);
        return JSON.writeValueAsBytes(all);
    }
}
