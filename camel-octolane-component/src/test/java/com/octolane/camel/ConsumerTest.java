// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.octolane.camel.poll.JdbcStateRepository;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.awaitility.core.ConditionFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(GivenOptions.Resolver.class)
class ConsumerTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @RegisterExtension
    final OctolaneSimulatorExtension crm =
            OctolaneSimulatorExtension.of(OctolaneSimulator.builder().clock(now::get));

    private final List<Exchange> received = new CopyOnWriteArrayList<>();
    private final MemoryStateRepository states = new MemoryStateRepository();
    private OctolaneSimulator simulator;
    private GivenOptions options;
    private OctolaneComponent component;
    private CamelContext context;

    @BeforeEach
    void start(OctolaneSimulator started, GivenOptions given) throws Exception {
        simulator = started;
        options = given;
        newContext();
    }

    private void newContext() throws Exception {
        context = new DefaultCamelContext();
        context.getRegistry().bind("states", states);
        component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setRetryDelay("1");
        context.addComponent("octolane", component);
        options.set(context, component);
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.stop();
    }

    private static final String ACCOUNTS = "octolane:account?delay=100&initialDelay=0&stateRepository=#states";

    private void route(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("sync").process(received::add);
            }
        });
    }

    private void seed(int from, int to) {
        for (int i = from; i < to; i++) {
            simulator.seed("accounts", Map.of("domain", "c" + i + ".com", "name", "C" + i));
            tick(Duration.ofMillis(10));
        }
    }

    private void tick(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private static String domain(Exchange exchange) {
        return (String) exchange.getMessage().getBody(Map.class).get("domain");
    }

    private List<String> domains() {
        return received.stream().map(ConsumerTest::domain).toList();
    }

    private static List<String> expected(int from, int to) {
        List<String> expected = new ArrayList<>();
        for (int i = from; i < to; i++) {
            expected.add("c" + i + ".com");
        }
        return expected;
    }

    private int polls() {
        return simulator.wireMock().getServeEvents().getRequests().size();
    }

    private void awaitPolls(int more) {
        int before = polls();
        await().atMost(Duration.ofSeconds(30)).until(() -> polls() >= before + more);
    }

    /** Where no poll is to fail, the first one that does ends the waiting. */
    private ConditionFactory unlessItFails() {
        OctolaneConsumer consumer = (OctolaneConsumer) context.getRoute("sync").getConsumer();
        return await().atMost(Duration.ofSeconds(30))
                .failFast("a poll failed", () -> consumer.getLastFailure() != null);
    }

    private void awaitReceived(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> received.size() >= count);
    }

    @Test
    @Tag("A-19")
    @Tag("A-42")
    @Tag("A-43")
    void everyRecordIsEmittedOnceOldestFirstAndLaterOnlyWhatChanged() throws Exception {
        seed(0, 25);
        route(ACCOUNTS + "&pageSize=10");
        awaitReceived(25);
        awaitPolls(3);
        assertThat(domains()).isEqualTo(expected(0, 25));
        String id = (String) received.get(3).getMessage().getHeader(OctolaneConstants.RECORD_ID);
        tick(Duration.ofSeconds(1));
        simulator.change("accounts", id, Map.of("name", "New name"));
        awaitReceived(26);
        awaitPolls(3);
        assertThat(received).hasSize(26);
        assertThat(received.get(25).getMessage().getBody(Map.class).get("name")).isEqualTo("New name");
    }

    @Test
    @Tag("A-17")
    void severalPagesOfTheUsualSizeAreDelivered() throws Exception {
        seed(0, 120);
        route(ACCOUNTS);
        unlessItFails().until(() -> received.size() >= 120);
        assertThat(domains()).isEqualTo(expected(0, 120));
    }

    @Test
    void aRecordTellsItsIdVersionAndPlaceInTheBatch() throws Exception {
        seed(0, 3);
        route(ACCOUNTS);
        awaitReceived(3);
        Exchange second = received.get(1);
        Map<?, ?> body = second.getMessage().getBody(Map.class);
        assertThat(second.getMessage().getHeader(OctolaneConstants.RECORD_ID)).isEqualTo(body.get("id"));
        assertThat(second.getMessage().getHeader(OctolaneConstants.OBJECT)).isEqualTo("account");
        assertThat(second.getMessage().getHeader(OctolaneConstants.RECORD_KEY, String.class))
                .startsWith(body.get("id").toString())
                .contains("2026-01-01T00:00:00.010Z");
        assertThat(second.getMessage().getHeader(OctolaneConstants.CREATED_AT)).isNotNull();
        assertThat(second.getMessage().getHeader(OctolaneConstants.UPDATED_AT)).isNotNull();
        assertThat(second.getMessage().getHeader(OctolaneConstants.PIPELINE_ID)).isNull();
        assertThat(second.getProperty(Exchange.BATCH_INDEX)).isEqualTo(1);
        assertThat(second.getProperty(Exchange.BATCH_SIZE)).isEqualTo(3);
        assertThat(second.getProperty(Exchange.BATCH_COMPLETE)).isEqualTo(false);
    }

    @Test
    void theRecordOnWhichTheRouteFailedComesFirstAtTheNextPoll() throws Exception {
        seed(0, 6);
        AtomicBoolean broken = new AtomicBoolean(true);
        List<String> tried = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(ACCOUNTS).routeId("sync").process(exchange -> {
                    tried.add(domain(exchange));
                    if (domain(exchange).equals("c3.com") && broken.get()) {
                        throw new IllegalStateException("database down");
                    }
                    received.add(exchange);
                });
            }
        });
        await().until(() -> tried.size() >= 6);
        assertThat(tried.subList(0, 6)).containsExactly("c0.com", "c1.com", "c2.com", "c3.com", "c3.com", "c3.com");
        assertThat(domains()).isEqualTo(expected(0, 3));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName consumer = server.queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",type=consumers,*"),
                        null)
                .iterator()
                .next();
        assertThat(server.getAttribute(consumer, "LastFailure")).asString().contains("database down");
        broken.set(false);
        awaitReceived(6);
        assertThat(domains()).isEqualTo(expected(0, 6));
    }

    @Test
    void whatTheRouteHandlesCountsAsDone() throws Exception {
        seed(0, 3);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).process(received::add);
                from(ACCOUNTS).routeId("sync").throwException(IllegalStateException.class, "no");
            }
        });
        awaitReceived(3);
        awaitPolls(3);
        assertThat(domains()).isEqualTo(expected(0, 3));
    }

    @Test
    void anotherContextGoesOnFromTheStoredPosition() throws Exception {
        seed(0, 5);
        route(ACCOUNTS);
        awaitReceived(5);
        awaitPolls(2);
        context.stop();
        tick(Duration.ofMinutes(10));
        seed(5, 8);
        received.clear();
        newContext();
        route(ACCOUNTS);
        awaitReceived(3);
        awaitPolls(2);
        assertThat(domains()).isEqualTo(expected(5, 8));
        assertThat(states.getState("sync/account")).isNotNull().doesNotContain("\n");
    }

    @Test
    void stoppingInTheMiddleOfAPageRepeatsAtMostOneRecord() throws Exception {
        seed(0, 50);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(ACCOUNTS).routeId("sync").process(received::add).delay(20);
            }
        });
        awaitReceived(7);
        context.stop();
        assertThat(received.size()).isLessThan(50);
        newContext();
        route(ACCOUNTS);
        await().atMost(Duration.ofSeconds(30)).until(() -> Set.copyOf(domains()).size() == 50);
        awaitPolls(2);
        assertThat(new ArrayList<>(new LinkedHashSet<>(domains()))).isEqualTo(expected(0, 50));
        assertThat(received.size()).isLessThanOrEqualTo(51);
    }

    @Test
    void aRouteThatIsSuspendedInTheMiddleOfAPageGoesOnThereWhenItIsResumed() throws Exception {
        seed(0, 40);
        CountDownLatch seventh = new CountDownLatch(7);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(ACCOUNTS)
                        .routeId("sync")
                        .process(received::add)
                        .delay(20)
                        .process(exchange -> seventh.countDown());
            }
        });
        assertThat(seventh.await(30, TimeUnit.SECONDS)).isTrue();
        context.getRouteController().suspendRoute("sync");
        int before = received.size();
        assertThat(before).isLessThan(40);
        assertThat(states.getState("sync/account")).isNotNull();

        context.getRouteController().resumeRoute("sync");
        awaitReceived(40);
        awaitPolls(2);

        assertThat(domains()).isEqualTo(expected(0, 40));
    }

    @Test
    void aRateLimitInTheMiddleOfAScanRepeatsThatPageOnly() throws Exception {
        seed(0, 30);
        simulator.faults().onCall(2, Fault.RATE_LIMITED);
        route(ACCOUNTS + "&pageSize=10");
        awaitReceived(30);
        awaitPolls(2);
        assertThat(domains()).isEqualTo(expected(0, 30));
    }

    @Test
    @Timeout(60)
    void anApiThatAsksToWaitAnHourDoesNotHangThePollNorTheStop() throws Exception {
        simulator
                .wireMock()
                .stubFor(WireMock.any(WireMock.anyUrl())
                        .willReturn(WireMock.aResponse().withStatus(429).withHeader("Retry-After", "3600")));
        route(ACCOUNTS);
        OctolaneConsumer consumer = (OctolaneConsumer) context.getRoute("sync").getConsumer();
        await().atMost(Duration.ofSeconds(10)).until(() -> consumer.getLastFailure() != null);
        assertThat(consumer.getLastFailure()).contains("429");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> consumer.getLastFailure().contains("asked to wait for another 35"));
        // one call: while the API wants none, none is made
        assertThat(polls()).isEqualTo(1);
        context.stop();
    }

    @Test
    void aRecordThatBecameVisibleLateIsStillDelivered() throws Exception {
        seed(0, 3);
        String hidden = (String) simulator.records("accounts").get(1).get("id");
        simulator.world().hide("accounts", hidden);
        route(ACCOUNTS);
        awaitReceived(2);
        awaitPolls(2);
        simulator.world().reveal("accounts", hidden);
        awaitReceived(3);
        assertThat(domains()).containsExactly("c0.com", "c2.com", "c1.com");
    }

    @Test
    void recordsOfOneInstantAcrossPageEdgesAreAllDelivered() throws Exception {
        for (int i = 0; i < 25; i++) {
            simulator.seed("accounts", Map.of("domain", "c" + i + ".com"));
        }
        route(ACCOUNTS + "&pageSize=10");
        awaitReceived(25);
        awaitPolls(3);
        assertThat(domains()).hasSize(25).containsExactlyInAnyOrderElementsOf(expected(0, 25));
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,true"})
    void anApiThatRefusesTheFilterOrTheSortIsReadFromTheNewestBack(boolean filter, boolean sort) throws Exception {
        simulator.world().refuseUpdatedAtFilter(filter);
        simulator.world().refuseUpdatedAtSort(sort);
        seed(0, 25);
        route(ACCOUNTS + "&pageSize=10");
        awaitReceived(25);
        seed(25, 27);
        awaitReceived(27);
        awaitPolls(3);
        assertThat(domains()).isEqualTo(expected(0, 27));
    }

    @Test
    void pagesAreWholeListsWhenResultsAreNotSplit() throws Exception {
        seed(0, 15);
        route(ACCOUNTS + "&pageSize=10&splitResults=false");
        awaitReceived(2);
        assertThat(received.get(0).getMessage().getBody(List.class).size()).isEqualTo(10);
        assertThat(received.get(1).getMessage().getBody(List.class).size()).isEqualTo(5);
    }

    /** Unless an instant is given, which is then the present time. */
    private String fromNow() {
        String given = component.getConfiguration().getStartFrom();
        if (given.equals("beginning")) {
            return "&startFrom=now";
        }
        now.set(Instant.parse(given));
        return "";
    }

    @Test
    @Tag("A-41")
    void startFromNowSkipsWhatIsThereAndUsesTheTimeOfTheServer() throws Exception {
        seed(0, 3);
        tick(Duration.ofSeconds(5));
        route(ACCOUNTS + "&lookback=0" + fromNow());
        unlessItFails().until(() -> states.getState("sync/account") != null);
        tick(Duration.ofSeconds(5));
        seed(3, 4);
        awaitReceived(1);
        assertThat(domains()).isEqualTo(expected(3, 4));
    }

    @Test
    void onlyNewRecordsAreEmittedWhenAskedFor() throws Exception {
        seed(0, 3);
        route(ACCOUNTS + "&emit=new");
        awaitReceived(3);
        tick(Duration.ofSeconds(1));
        simulator.touch("accounts", (String) received.get(0).getMessage().getHeader(OctolaneConstants.RECORD_ID));
        seed(3, 4);
        awaitReceived(4);
        awaitPolls(2);
        assertThat(domains()).isEqualTo(expected(0, 4));
    }

    @Test
    void everythingIsEmittedAtEveryPollWhenAskedFor() throws Exception {
        seed(0, 3);
        route(ACCOUNTS + "&emit=all");
        awaitReceived(9);
        assertThat(domains().subList(0, 6))
                .isEqualTo(List.of("c0.com", "c1.com", "c2.com", "c0.com", "c1.com", "c2.com"));
        assertThat(states.getState("sync/account")).isNull();
    }

    @Test
    void noMoreThanTheMostMessagesAreEmittedInOnePoll() throws Exception {
        seed(0, 7);
        route("octolane:account?initialDelay=0&stateRepository=#states&maxMessagesPerPoll=3&delay=50");
        awaitReceived(7);
        assertThat(domains()).isEqualTo(expected(0, 7));
        assertThat(received)
                .extracting(each -> each.getProperty(Exchange.BATCH_SIZE))
                .startsWith(3, 3, 3, 3, 3, 3, 1);
    }

    @Test
    void aPositionInADatabaseIsSharedAndMovesForward() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:positions;DB_CLOSE_DELAY=-1");
        context.getRegistry().bind("db", new JdbcStateRepository(database, "octolane_positions"));
        seed(0, 3);
        route("octolane:account?delay=100&initialDelay=0&stateRepository=#db&stateKey=mine");
        awaitReceived(3);
        await().until(() -> new JdbcStateRepository(database, "octolane_positions").getState("mine") != null);
    }

    @Test
    void aStoredPositionThatCannotBeReadKeepsTheRouteFromStartingAndIsNotOverwritten() throws Exception {
        states.setState("sync/account", "nonsense");
        assertThatThrownBy(() -> route(ACCOUNTS)).hasStackTraceContaining("sync/account");
        assertThat(states.getState("sync/account")).isEqualTo("nonsense");
    }

    @Test
    void aFileOfPositionsThatAKillLeftTornKeepsTheRouteFromStarting(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("positions"), "sync/acc");
        context.getRegistry().bind("file", FileStateRepository.fileStateRepository(file.toFile()));
        assertThatThrownBy(() -> route("octolane:account?stateRepository=#file"))
                .hasStackTraceContaining("The stateRepository, a FileStateRepository, could not be started");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "octolane:note|Valid objects for a consumer: opportunity, account, contact",
                "octolane:activity|opportunity, account, contact",
                "octolane:opportunity|pipelineId",
                "octolane:account?emit=x|changed, new, all",
                "octolane:account?scan=x|auto, filter, newestFirst",
                "octolane:account?startFrom=yesterday|2026-11-24T08:00:00Z",
                "octolane:account?lookback=long|30s",
                "octolane:account?filter.name=foo:1|Valid operators"
            })
    void aWrongOptionKeepsTheRouteFromStarting(String uri, String message) {
        assertThatThrownBy(() -> route(uri)).hasStackTraceContaining(message);
    }

    @Test
    void theHealthCheckTellsTheStatusAndIsUpAfterTheFirstGoodPage() throws Exception {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        seed(0, 1);
        route(ACCOUNTS + "&apiKey=wrong&maxRetries=0");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> result().getState() == HealthCheck.State.DOWN
                        && result().getDetails().containsKey(HealthCheck.HTTP_RESPONSE_CODE));
        assertThat(result().getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 401);
        context.getRouteController().stopRoute("sync");
        context.removeRoute("sync");
        route(ACCOUNTS);
        await().atMost(Duration.ofSeconds(30)).until(() -> result().getState() == HealthCheck.State.UP);
    }

    private HealthCheck.Result result() {
        HealthCheck check = HealthCheckHelper.getHealthCheck(context, "consumer:sync");
        return check.callReadiness();
    }

    @Test
    void jmxTellsPositionLagAndCounts() throws Exception {
        seed(0, 5);
        route(ACCOUNTS);
        awaitReceived(5);
        awaitPolls(3);
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = server.queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",type=consumers,*"),
                        null)
                .iterator()
                .next();
        assertThat(server.getAttribute(name, "RecordsEmitted")).isEqualTo(5L);
        assertThat(server.getAttribute(name, "Position")).isEqualTo("2026-01-01T00:00:00.040Z");
        assertThat(server.getAttribute(name, "Lag")).isEqualTo(0L);
        assertThat((Long) server.getAttribute(name, "DuplicatesSuppressed")).isPositive();
    }

    @Test
    void anIdlePollCountsAsIdleSoThatBackOffBegins() throws Exception {
        seed(0, 1);
        route(
                "octolane:account?initialDelay=0&stateRepository=#states&delay=20&backoffIdleThreshold=2&backoffMultiplier=1000");
        awaitReceived(1);
        await().atMost(Duration.ofSeconds(30)).until(() -> polls() >= 3);
        int polls = polls();
        await().during(Duration.ofMillis(500)).until(() -> polls() <= polls + 1);
    }

    @Test
    void twoRoutesWithTwoKeysDoNotMix() throws Exception {
        try (OctolaneSimulator other =
                OctolaneSimulator.builder().apiKey("other-key").start()) {
            seed(0, 3);
            other.seed("accounts", Map.of("domain", "other.com"));
            List<String> others = new CopyOnWriteArrayList<>();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(ACCOUNTS).routeId("sync").process(received::add);
                    from(ACCOUNTS + "&apiKey=other-key&baseUrl=" + other.baseUrl())
                            .routeId("other")
                            .process(exchange -> others.add(domain(exchange)));
                }
            });
            awaitReceived(3);
            await().until(() -> others.size() == 1);
            assertThat(domains()).isEqualTo(expected(0, 3));
            assertThat(others).containsExactly("other.com");
        }
    }

    @Test
    void aConsumerThatIsNotToldItsRouteNeedsAStateKey() throws Exception {
        Consumer nameless = context.getEndpoint(ACCOUNTS).createConsumer(received::add);
        assertThatThrownBy(nameless::start).hasStackTraceContaining("The option stateKey is needed");

        seed(0, 1);
        Consumer named = context.getEndpoint(ACCOUNTS + "&stateKey=mine").createConsumer(received::add);
        named.start();
        awaitReceived(1);
        named.stop();
        assertThat(states.getState("mine")).isNotNull();
    }
}
