package io.customerpulse.functions.sla;

import static io.customerpulse.functions.ShippedPolicies.POLICIES;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.Tier;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.sla.PromiseTable;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class SlaClocksFunctionTest {

    private static final EventDecoder DECODER = new EventDecoder();

    @Parameter Backend backend;

    private Policies policies = POLICIES;
    private RunningFunction<Delivery, SlaSignal> function;

    @BeforeEach
    void start() throws Exception {
        function = started();
    }

    private RunningFunction<Delivery, SlaSignal> started() throws Exception {
        return RunningFunction.start(
                backend,
                () -> new SlaClocksFunction(policies, Instant.MIN),
                Delivery::customer,
                PulseTypes.SLA_SIGNAL);
    }

    @AfterEach
    void stop() throws Exception {
        function.close();
    }

    private static Delivery happens(String time, String type, String data) {
        String line =
                """
                {"specversion":"1.0","id":"%s %s","source":"/test","type":"%s","time":"%s",\
                "subject":"acme","data":{%s}}"""
                        .formatted(type, time, type, time, data);
        Decoded decoded = DECODER.decode(line.getBytes(StandardCharsets.UTF_8));
        return Delivery.onTime("acme", ((Decoded.Accepted) decoded).event());
    }

    private static Delivery opens(String time, String ticket, String severity) {
        return happens(
                time,
                "ticket.opened",
                "\"ticketId\":\"%s\",\"severity\":\"%s\"".formatted(ticket, severity));
    }

    private static Delivery about(String time, String type) {
        return happens(time, type, "\"ticketId\":\"T-1\"");
    }

    /** What was told of contract clocks: published, or for the pattern to decide. */
    private List<String> told() throws Exception {
        List<String> told = new ArrayList<>();
        for (Emission emission : function.saidAside(SlaClocksFunction.RESULTS)) {
            OutputEvent event = (OutputEvent) emission;
            told.add(line(event.time().orElseThrow(), (SlaResult) event.result()));
        }
        for (SlaSignal signal : function.said()) {
            if (signal instanceof SlaSignal.DeadlinePassed passed) {
                told.add(line(passed.time(), passed.breach()));
            }
        }
        return told.stream().filter(line -> line.contains("CONTRACT")).sorted().toList();
    }

    private static String line(Instant time, SlaResult result) {
        return "%s %s %s"
                .formatted(
                        time,
                        result.type().typeName(),
                        String.join(" ", result.distinguisher().subList(0, 3)));
    }

    @Test
    void missesADeadlineWithoutFurtherInput() throws Exception {
        function.receives(opens("2026-01-12T15:00:00Z", "T-1", "P0"));
        function.reaches("2026-01-12T18:59:59.999Z");
        assertThat(told())
                .containsExactly(
                        "2026-01-12T15:00:00Z sla.started T-1 FIRST_RESPONSE CONTRACT",
                        "2026-01-12T15:00:00Z sla.started T-1 RESOLUTION CONTRACT",
                        "2026-01-12T18:36:00Z sla.warned T-1 FIRST_RESPONSE CONTRACT");

        function.reaches("2026-01-12T19:00:00Z");
        assertThat(told())
                .containsExactly("2026-01-12T19:00:00Z sla.breached T-1 FIRST_RESPONSE CONTRACT");
    }

    @Test
    void keepsOneTimerForTheNextTurnOfAllTickets() throws Exception {
        for (int ticket = 1; ticket <= 20; ticket++) {
            function.receives(
                    opens("2026-01-12T15:00:" + (10 + ticket) + "Z", "T-" + ticket, "P2"));
        }
        function.reaches("2026-01-12T16:00:00Z");

        assertThat(function.timers()).isEqualTo(1);
    }

    @Test
    void goesOnInTheMiddleOfAWaitAfterARestart() throws Exception {
        function.receives(
                opens("2026-01-12T15:00:00Z", "T-1", "P0"),
                about("2026-01-12T16:00:00Z", "ticket.waiting"));
        function.reaches("2026-01-12T17:00:00Z");
        told();
        function.restarts();
        function.receives(about("2026-01-12T18:00:00Z", "ticket.resumed"));
        function.reaches("2026-01-14T16:59:59Z");
        assertThat(told()).noneMatch(line -> line.contains("breached T-1 RESOLUTION"));

        function.reaches("2026-01-14T17:00:00Z");
        assertThat(told())
                .as("8 open hours of the first day without the two that it waited, 9 and 3")
                .contains("2026-01-14T17:00:00Z sla.breached T-1 RESOLUTION CONTRACT");
    }

    @Test
    void aClockKeepsToItsPolicyAfterARestartWithAnother() throws Exception {
        function.receives(opens("2026-01-12T15:00:00Z", "T-1", "P0"));
        function.reaches("2026-01-12T16:00:00Z");
        policies = withStarterPromising(POLICIES, Tier.ENTERPRISE);
        function.restarts();
        told();
        function.receives(opens("2026-01-12T16:30:00Z", "T-2", "P0"));
        function.reaches("2026-01-12T19:00:00Z");

        assertThat(told())
                .filteredOn(line -> line.contains("breached"))
                .containsExactly(
                        "2026-01-12T17:00:00Z sla.breached T-2 FIRST_RESPONSE CONTRACT",
                        "2026-01-12T19:00:00Z sla.breached T-1 FIRST_RESPONSE CONTRACT");
    }

    /** Policies of another version by which starters are promised what another tier is. */
    private static Policies withStarterPromising(Policies shipped, Tier other) {
        SlaPolicy sla = shipped.sla();
        Map<Tier, PromiseTable> contract = new EnumMap<>(sla.contract());
        contract.put(Tier.STARTER, contract.get(other));
        SlaPolicy changed =
                new SlaPolicy(
                        sla.calendars(),
                        contract,
                        sla.severityMatrix(),
                        sla.groups(),
                        sla.warnings(),
                        sla.pauseFirstResponse(),
                        sla.maintenanceNotice(),
                        sla.keeping(),
                        sla.credits(),
                        sla.repeated(),
                        sla.reports(),
                        sla.reportingZone());
        return new Policies(
                shipped.customer(),
                shipped.risk(),
                shipped.health(),
                shipped.flags(),
                changed,
                "2-changed");
    }

    @Test
    void theOrderOfArrivalChangesNothing() throws Exception {
        List<Delivery> deliveries =
                List.of(
                        happens(
                                "2026-01-12T14:00:00Z",
                                "customer.updated",
                                "\"annualContractValue\":100000"),
                        opens("2026-01-12T15:00:00Z", "T-1", "P0"),
                        opens("2026-01-12T15:00:00Z", "T-2", "P1"),
                        about("2026-01-12T15:20:00Z", "ticket.waiting"),
                        about("2026-01-12T15:20:00Z", "ticket.resumed"),
                        about("2026-01-12T16:00:00Z", "ticket.workaround_given"),
                        about("2026-01-12T18:00:00Z", "ticket.solved"),
                        about("2026-01-12T19:00:00Z", "ticket.reopened"));
        function.receives(deliveries);
        function.reaches("2026-01-20T00:00:00Z");
        List<String> expected = told();
        assertThat(expected).hasSizeGreaterThan(10);

        for (int seed = 0; seed < 10; seed++) {
            List<Delivery> shuffled = new ArrayList<>(deliveries);
            Collections.shuffle(shuffled, new Random(seed));
            function.close();
            function = started();
            function.receives(shuffled);
            function.reaches("2026-01-20T00:00:00Z");
            assertThat(told()).isEqualTo(expected);
        }
    }

    @Test
    void keepsNothingOfACustomerThatWasErasedButTheMarker() throws Exception {
        function.receives(
                opens("2026-01-12T15:00:00Z", "T-1", "P0"),
                opens("2026-01-12T15:00:01Z", "T-2", "P0"));
        function.reaches("2026-01-12T15:30:00Z");
        function.receives(happens("2026-01-12T16:00:00Z", "customer.erased", ""));
        function.reaches("2026-01-12T16:00:00Z");

        assertThat(function.timers()).isZero();
        if (backend == Backend.HASHMAP) {
            assertThat(function.stateEntries()).isEqualTo(1);
        }
    }

    @Test
    void looksAtNothingThatNoClockLooksAt() {
        assertThat(
                        SlaClocksFunction.looksAt(
                                happens(
                                        "2026-01-12T15:00:00Z",
                                        "seats.changed",
                                        "\"licensedUsers\":1")))
                .isFalse();
        assertThat(
                        SlaClocksFunction.looksAt(
                                happens(
                                        "2026-01-12T15:00:00Z",
                                        "customer.updated",
                                        "\"name\":\"A\"")))
                .isFalse();
        assertThat(SlaClocksFunction.looksAt(opens("2026-01-12T15:00:00Z", "T-1", "P0"))).isTrue();
    }
}
