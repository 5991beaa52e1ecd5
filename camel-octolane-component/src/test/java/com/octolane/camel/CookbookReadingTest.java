// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.simulator.Fault.STATUS_503;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.seda.SedaEndpoint;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipes of the cookbook that read, in each language. */
class CookbookReadingTest extends Cookbook {

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE = OctolaneSimulatorExtension.of(OctolaneSimulator.builder());

    @ParameterizedTest
    @EnumSource
    void anOrderGetsWhatTheCrmKnowsOfItsBuyer(Dsl dsl) throws Exception {
        start(dsl, "contact-of-message");
        simulator.seed("contacts", Map.of("email", "ann@acme.com", "job_title", "Buyer"));
        template.sendBody("direct:order-placed", "{\"order\":1,\"email\":\"Ann@acme.com\"}");
        template.sendBody("direct:order-placed", "{\"order\":2,\"email\":\"bo@acme.com\"}");
        assertThat(queue("orders")).singleElement().satisfies(order -> {
            assertThat(order.getMessage().getHeader("jobTitle")).isEqualTo("Buyer");
            assertThat(order.getMessage().getBody(Map.class).get("order")).isEqualTo(1);
        });
        assertThat(queue("orders-of-strangers"))
                .singleElement()
                .satisfies(order -> assertThat(
                                order.getMessage().getBody(Map.class).get("order"))
                        .isEqualTo(2));
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseHasTheLatestStateOfEachDeal(Dsl dsl) throws Exception {
        createTables();
        String pilot = deal("Pilot", "Proposal");
        deal("Rollout", "Lead");
        start(dsl, "deals-to-database");
        await().untilAsserted(() -> assertThat(rows("select name, stage_name from deal order by name"))
                .containsExactly("Pilot Proposal", "Rollout Lead"));
        simulator.change("opportunities", pilot, Map.of("stage_name", "Won"));
        await().untilAsserted(() -> assertThat(rows("select name, stage_name from deal order by name"))
                .containsExactly("Pilot Won", "Rollout Lead"));
    }

    @ParameterizedTest
    @EnumSource
    void readingStartsOverAndAnOlderVersionReplacesNothing(Dsl dsl) throws Exception {
        createTables();
        String pilot = deal("Pilot", "Proposal");
        deal("Rollout", "Lead");
        start(dsl, "deals-to-database", "start-over");
        await().untilAsserted(
                        () -> assertThat(rows("select name from deal")).containsExactlyInAnyOrder("Pilot", "Rollout"));
        sql("delete from deal where name = 'Rollout'");
        sql("update deal set stage_name = 'Later', updated_at = '2999-01-01 00:00:00+00' where id = '" + pilot + "'");
        template.sendBody("direct:start-over", null);
        await().untilAsserted(() -> assertThat(rows("select name, stage_name from deal order by name"))
                .containsExactly("Pilot Later", "Rollout Lead"));
    }

    @ParameterizedTest
    @EnumSource
    void changesReachTheQueueInOrderAndAFullQueueLosesNone(Dsl dsl) throws Exception {
        SedaEndpoint contacts = context.getEndpoint("seda:contacts?size=2", SedaEndpoint.class);
        List<Object> ids = new ArrayList<>();
        for (String email : List.of("ann@acme.com", "bo@acme.com", "cy@acme.com")) {
            ids.add(simulator.seed("contacts", Map.of("email", email)).get("id"));
        }
        NotifyBuilder refused = new NotifyBuilder(context)
                .fromRoute("changes-to-queue")
                .whenFailed(2)
                .create();
        start(dsl, "changes-to-queue");
        assertThat(refused.matches(10, TimeUnit.SECONDS)).isTrue();
        List<Exchange> received = new ArrayList<>();
        contacts.getQueue().drainTo(received);
        await().until(() -> contacts.getQueue().drainTo(received) == 1);
        assertThat(received)
                .extracting(each -> each.getMessage().getHeader("kafka.KEY"))
                .isEqualTo(ids);
        assertThat(received.get(0).getMessage().getBody(String.class))
                .startsWith("{")
                .contains("ann@acme.com");
    }

    @ParameterizedTest
    @EnumSource
    void allAccountsAreOneCsvFile(Dsl dsl) throws Exception {
        needCsv();
        for (int i = 0; i < 101; i++) {
            simulator.seed("accounts", Map.of("domain", "a" + i + ".com", "name", "A, " + i));
        }
        start(dsl, "accounts-to-csv");
        simulator.faults().on("GET", path -> true).onCall(2, STATUS_503);
        assertThatThrownBy(() -> template.sendBody("direct:accounts-to-csv", null))
                .hasStackTraceContaining("503");
        assertThat(folder.resolve("outbox/accounts.csv")).doesNotExist();
        template.sendBody("direct:accounts-to-csv", null);
        List<String> lines = textOf("outbox/accounts.csv").lines().toList();
        assertThat(lines).hasSize(102);
        assertThat(lines.get(0)).isEqualTo("domain,name,industry,updated_at");
        assertThat(lines).anyMatch(line -> line.startsWith("a100.com,\"A, 100\",,20"));
    }

    @ParameterizedTest
    @EnumSource
    void theNightlyCopyDropsWhatIsNoMoreUnlessItBroke(Dsl dsl) throws Exception {
        createTables();
        sql("insert into account values ('gone', 'gone.com', 'Gone', '2026-01-01 00:00:00+00')");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            ids.add((String) simulator
                    .seed("accounts", Map.of("domain", "a" + i + ".com"))
                    .get("id"));
        }
        simulator.faults().on("GET", path -> true).onCall(2, STATUS_503);
        NotifyBuilder broken = new NotifyBuilder(context)
                .fromRoute("nightly-copy")
                .whenFailed(1)
                .create();
        start(dsl, "nightly-copy");
        assertThat(broken.matches(10, TimeUnit.SECONDS)).isTrue();
        awaitEndOfMessages();
        assertThat(rows("select domain from account where id = 'gone'")).hasSize(1);

        simulator.change("accounts", ids.get(50), Map.of("name", "too long".repeat(1000)));
        NotifyBuilder refused = new NotifyBuilder(context)
                .fromRoute("nightly-copy")
                .whenFailed(1)
                .create();
        again("nightly-copy");
        assertThat(refused.matches(10, TimeUnit.SECONDS)).isTrue();
        awaitEndOfMessages();
        assertThat(rows("select domain from account where id = 'gone'")).hasSize(1);

        assertThat(rows("select count(*) from account")).containsExactly("102");
        simulator.change("accounts", ids.get(50), Map.of("name", "short"));
        again("nightly-copy");
        await().untilAsserted(() ->
                assertThat(rows("select domain from account where id = 'gone'")).isEmpty());
        assertThat(rows("select count(*) from account")).containsExactly("101");
    }

    private void again(String route) throws Exception {
        context.getRouteController().stopRoute(route);
        context.getRouteController().startRoute(route);
    }

    private String deal(String name, String stage) {
        return (String) simulator
                .seed("opportunities", Map.of("name", name, "stage_name", stage))
                .get("id");
    }

    private void createTables() throws SQLException {
        sql("runscript from 'classpath:sql/tables.sql'");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getString(i));
                }
                found.add(String.join(" ", columns));
            }
            return found;
        }
    }
}
