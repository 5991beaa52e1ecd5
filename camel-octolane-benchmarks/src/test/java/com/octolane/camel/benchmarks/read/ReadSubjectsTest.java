// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import com.octolane.camel.benchmarks.WithStub;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each subject itself fails where other than the asked records come. */
class ReadSubjectsTest extends WithStub {

    private static final int RECORDS = 1_200;

    private static void read(Class<? extends Subject> type, int records) throws Exception {
        try (Subject subject = type.getDeclaredConstructor().newInstance()) {
            stub.set("{\"records\":" + RECORDS + "}");
            subject.start(new Setting(stub.uri(), 1, Map.of("workMicros", "1")));
            subject.move(records, new Latencies());
            subject.move(records, new Latencies());
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                HandWrittenLoop.class,
                OctolaneConsumed.class,
                OctolaneListed.class,
                PlainLoop.class,
                PlainLoopIntoRoute.class,
                PlainLoopWithPosition.class
            })
    void allRecordsAreReadAndEachTimeAnew(Class<? extends Subject> subject) throws Exception {
        read(subject, RECORDS);
    }

    @Test
    void aReaderThatGetsMoreThanThereShouldBeIsNotMeasured() {
        assertThatThrownBy(() -> read(OctolaneListed.class, RECORDS - 1)).hasMessageContaining("1200 records came");
    }
}
