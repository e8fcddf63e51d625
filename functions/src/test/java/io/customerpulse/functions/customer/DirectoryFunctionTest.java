package io.customerpulse.functions.customer;

import static io.customerpulse.functions.Service.incidentOpens;
import static io.customerpulse.functions.Service.incidentOpensFor;
import static io.customerpulse.functions.Service.incidentResolves;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.IngestResult;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.ShippedPolicies;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.Directory;
import io.customerpulse.rules.customer.DirectoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class DirectoryFunctionTest {

    @Parameter Backend backend;

    private RunningFunction<DirectoryEntry, Delivery> function;

    @BeforeEach
    void start() throws Exception {
        function =
                RunningFunction.start(
                        backend,
                        () -> new DirectoryFunction(ShippedPolicies.POLICIES),
                        entry -> Integer.toString(entry.shard()),
                        PulseTypes.DELIVERY);
    }

    @AfterEach
    void stop() throws Exception {
        function.close();
    }

    @Test
    void anIncidentForEveryoneReachesEveryCustomerKnown() throws Exception {
        arrives("acme", "2026-03-01T08:00:00Z");
        arrives("globex", "2026-03-01T09:00:00Z");
        happens(incidentOpens("I-1", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(delivered())
                .containsExactlyInAnyOrder(
                        "2026-03-01T10:00:00Z acme I-1 opened",
                        "2026-03-01T10:00:00Z globex I-1 opened");
    }

    @Test
    void nothingIsDeliveredBeforeTheWatermarkReachesTheIncident() throws Exception {
        arrives("acme", "2026-03-01T08:00:00Z");
        happens(incidentOpens("I-1", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T09:59:59.999Z");

        assertThat(delivered()).isEmpty();
    }

    @Test
    void aCustomerWhoArrivesDuringAnIncidentIsToldOfItOnArrival() throws Exception {
        happens(incidentOpens("I-1", "2026-03-01T10:00:00Z"));
        arrives("acme", "2026-03-01T11:00:00Z");
        function.reaches("2026-03-01T12:00:00Z");

        assertThat(delivered()).containsExactly("2026-03-01T11:00:00Z acme I-1 opened");
    }

    @Test
    void aCustomerWhoArrivesAtTheInstantOfAnIncidentIsToldOnce() throws Exception {
        arrives("acme", "2026-03-01T10:00:00Z");
        happens(incidentOpens("I-1", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T12:00:00Z");

        assertThat(delivered()).containsExactly("2026-03-01T10:00:00Z acme I-1 opened");
    }

    @Test
    void aCustomerWhoArrivesAfterAnIncidentIsNotToldOfIt() throws Exception {
        happens(
                incidentOpens("I-1", "2026-03-01T10:00:00Z"),
                incidentResolves("I-1", "2026-03-01T11:00:00Z"));
        arrives("acme", "2026-03-01T11:00:00.001Z");
        function.reaches("2026-03-01T12:00:00Z");

        assertThat(delivered()).isEmpty();
    }

    @Test
    void theEarliestArrivalCountsWhateverTheOrderOfArrival() throws Exception {
        arrives("acme", "2026-03-01T12:00:00Z");
        happens(incidentOpens("I-1", "2026-03-01T10:00:00Z"));
        arrives("acme", "2026-03-01T11:00:00Z");
        function.reaches("2026-03-01T13:00:00Z");

        assertThat(delivered()).containsExactly("2026-03-01T11:00:00Z acme I-1 opened");
    }

    @Test
    void anIncidentThatNamesCustomersReachesThemAlone() throws Exception {
        arrives("acme", "2026-03-01T08:00:00Z");
        happens(incidentOpensFor(List.of("globex"), "I-1", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(delivered()).containsExactly("2026-03-01T10:00:00Z globex I-1 opened");
    }

    @Test
    void aCustomerNamedByAnIncidentIsKnownFromThenOn() throws Exception {
        happens(
                incidentOpensFor(List.of("globex"), "I-1", "2026-03-01T10:00:00Z"),
                incidentOpens("I-2", "2026-03-01T11:00:00Z"));
        function.reaches("2026-03-01T11:00:00Z");

        assertThat(delivered()).contains("2026-03-01T11:00:00Z globex I-2 opened");
    }

    @Test
    void aSecondCopyOfAnIncidentIsNotDelivered() throws Exception {
        arrives("acme", "2026-03-01T08:00:00Z");
        InputEvent incident = incidentOpens("I-1", "2026-03-01T10:00:00Z");
        happens(incident, incident);
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(delivered()).hasSize(1);
    }

    @Test
    void aLateIncidentIsDeliveredAndSaidOnceThoughEveryShardHasIt() throws Exception {
        arrives("acme", "2026-03-01T08:00:00Z");
        function.reaches("2026-03-02T00:00:00Z");

        happensLate(incidentOpens("I-1", "2026-03-01T10:00:00Z"), "2026-03-02T00:00:00.001Z");
        function.reaches("2026-03-02T00:00:00.001Z");

        assertThat(delivered()).containsExactly("2026-03-02T00:00:00.001Z acme I-1 opened");
        assertThat(saidLate()).containsExactly("2026-03-02T00:00:00.001Z applied");
    }

    @Test
    void aLateEndOfAnIncidentThatNeverBeganIsSaidAsNotApplied() throws Exception {
        happensLate(incidentResolves("I-1", "2026-03-01T10:00:00Z"), "2026-03-02T00:00:00Z");
        function.reaches("2026-03-02T00:00:00Z");

        assertThat(saidLate()).containsExactly("2026-03-02T00:00:00Z not applied");
    }

    @Test
    void restsWithoutTimers() throws Exception {
        arrives("acme", "2026-03-01T08:00:00Z");
        happens(incidentOpens("I-1", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(function.timers()).isZero();
    }

    @Test
    void remembersCustomersAndCausesOverARestart() throws Exception {
        arrives("acme", "2026-03-01T08:00:00Z");
        happens(
                incidentOpens("I-1", "2026-03-01T10:00:00Z"),
                incidentResolves("I-1", "2026-03-01T12:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");
        delivered();

        function.restarts();
        arrives("globex", "2026-03-01T11:00:00Z");
        function.reaches("2026-03-01T12:00:00Z");

        assertThat(delivered())
                .containsExactlyInAnyOrder(
                        "2026-03-01T11:00:00Z globex I-1 opened",
                        "2026-03-01T12:00:00Z acme I-1 resolved",
                        "2026-03-01T12:00:00Z globex I-1 resolved");
    }

    private void arrives(String customer, String at) throws Exception {
        function.receives(new DirectoryEntry.Arrival(customer, Instant.parse(at)));
    }

    private void happens(InputEvent... events) throws Exception {
        for (InputEvent event : events) {
            toEveryShard(event, event.time(), Optional.empty());
        }
    }

    /** The event arrives when the stream has already reached a later instant. */
    private void happensLate(InputEvent event, String reached) throws Exception {
        Instant at = Instant.parse(reached);
        toEveryShard(
                event,
                at,
                Optional.of(new Delivery.Lateness(Duration.between(event.time(), at), "{}")));
    }

    private void toEveryShard(InputEvent event, Instant at, Optional<Delivery.Lateness> lateness)
            throws Exception {
        for (int shard = 0; shard < Directory.SHARDS; shard++) {
            function.receives(new DirectoryEntry.Shared(shard, event, at, lateness));
        }
    }

    private List<String> delivered() {
        return function.said().stream()
                .map(d -> d.at() + " " + d.customer() + " " + what(d.event()))
                .toList();
    }

    private static String what(InputEvent event) {
        return event.id().substring(0, event.id().lastIndexOf(' '));
    }

    private List<String> saidLate() {
        return function.saidAside(DirectoryFunction.LATE).stream()
                .map(OutputEvent.class::cast)
                .map(
                        event ->
                                event.time().orElseThrow()
                                        + (((IngestResult.Late) event.result()).applied()
                                                ? " applied"
                                                : " not applied"))
                .toList();
    }
}
