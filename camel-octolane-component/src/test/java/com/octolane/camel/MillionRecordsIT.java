// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MillionRecordsIT {

    private static final int RECORDS = 1_000_000;

    private static final String STREAM =
            "octolane:account?operation=search&paging=stream&pageSize=500&sort=updated_at:asc";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "octolane:account?initialDelay=0&scan=filter",
                "octolane:account?initialDelay=0&scan=newestFirst",
                STREAM
            })
    void aMillionRecordsAreReadInOrderByAJvmOf64Megabytes(String uri) throws Exception {
        try (EndlessCrm crm = new EndlessCrm(RECORDS, 1);
                ChildJvm child = ChildJvm.start(
                        folder.resolve("child.log"),
                        List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"),
                        MillionRecordsIT.class,
                        crm.baseUrl(),
                        uri)) {
            int exitValue = child.exitValue();
            assertThat(child.console()).contains("delivered=" + RECORDS + "\n");
            assertThat(exitValue).isZero();
        }
    }

    /** Counts the records and looks whether each is the one after the record before. */
    private static final class Counter {

        private final CountDownLatch end = new CountDownLatch(1);
        private int count;

        void see(Map<?, ?> account) {
            if (!account.get("number").equals(count)) {
                System.out.println("record " + account.get("number") + " came where " + count + " was expected");
                end.countDown();
            }
            count++;
            if (count == RECORDS) {
                end.countDown();
            }
        }
    }

    /** The small JVM: base URL, endpoint. */
    public static void main(String[] args) throws Exception {
        Counter counter = new Counter();
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(args[0]);
        component.getConfiguration().setApiKey("key");
        CamelContext context = new DefaultCamelContext();
        context.addComponent("octolane", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                if (args[1].equals(STREAM)) {
                    from("timer:once?repeatCount=1&delay=0")
                            .to(STREAM)
                            .split(body())
                            .streaming()
                            .process(exchange ->
                                    counter.see(exchange.getMessage().getBody(Map.class)));
                } else {
                    from(args[1])
                            .process(exchange ->
                                    counter.see(exchange.getMessage().getBody(Map.class)));
                }
            }
        });
        context.start();
        counter.end.await();
        context.stop();
        System.out.println("delivered=" + counter.count);
    }
}
