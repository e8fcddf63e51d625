package io.customerpulse.functions.customer;

import static io.customerpulse.functions.Customer.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.result.IngestResult;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.Customer;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.Service;
import io.customerpulse.functions.ShippedPolicies;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class CustomerStateFunctionTest {

    private static final Customer ACME = customer("acme");

    @Parameter Backend backend;

    private RunningFunction<Delivery, Signal> function;

    @BeforeEach
    void start() throws Exception {
        function =
                RunningFunction.start(
                        backend,
                        () -> new CustomerStateFunction(ShippedPolicies.POLICIES),
                        Delivery::customer,
                        PulseTypes.SIGNAL);
    }

    @AfterEach
    void stop() throws Exception {
        function.close();
    }

    @Test
    void saysNothingOfAnEventTheWatermarkHasNotReached() throws Exception {
        happens(ACME.cutsBudget("2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T09:59:59.999Z");

        assertThat(said()).isEmpty();
    }

    @Test
    void speaksOnceTheWatermarkIsExactlyAtTheEvent() throws Exception {
        happens(ACME.cutsBudget("2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(said()).containsExactly("2026-03-01T10:00:00Z acme: budget-cut 15");
    }

    @Test
    void appliesEventsInTheOrderOfTheirTimesWhateverTheirArrival() throws Exception {
        happens(
                ACME.appointsSponsor("2026-03-03T10:00:00Z"),
                ACME.cutsBudget("2026-03-02T10:00:00Z"),
                ACME.losesSponsor("2026-03-01T10:00:00Z"));
        function.reaches("2026-03-04T00:00:00Z");

        assertThat(said())
                .containsExactly(
                        "2026-03-01T10:00:00Z acme: stakeholder-departed 30",
                        "2026-03-02T10:00:00Z acme: stakeholder-departed 30, budget-cut 15",
                        "2026-03-03T10:00:00Z acme: budget-cut 15");
    }

    @Test
    void saysOnceWhatSeveralEventsOfOneInstantBringAbout() throws Exception {
        happens(ACME.losesSponsor("2026-03-01T10:00:00Z"), ACME.cutsBudget("2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(said())
                .containsExactly(
                        "2026-03-01T10:00:00Z acme: stakeholder-departed 30, budget-cut 15");
    }

    @Test
    void aSecondCopyOfAnEventChangesNothing() throws Exception {
        InputEvent departure = ACME.losesSponsor("2026-03-01T10:00:00Z");
        happens(departure, departure);
        function.reaches("2026-03-01T10:00:00Z");
        happens(ACME.appointsSponsor("2026-03-02T10:00:00Z"));
        function.reaches("2026-03-02T10:00:00Z");
        function.said();

        happensLate(departure, "2026-03-03T00:00:00Z");
        function.reaches("2026-03-03T00:00:00Z");

        assertThat(said()).isEmpty();
        assertThat(saidLate()).containsExactly("2026-03-03T00:00:00Z acme: not applied");
    }

    @Test
    void aLateEventCountsFromTheEventTimeTheStreamHadReached() throws Exception {
        happens(ACME.isRenamed("Acme", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-02T00:00:00Z");
        function.said();

        happensLate(ACME.cutsBudget("2026-02-01T10:00:00Z"), "2026-03-02T00:00:00.001Z");
        function.reaches("2026-03-02T00:00:00.001Z");

        assertThat(said()).containsExactly("2026-03-02T00:00:00.001Z acme: budget-cut 15");
        assertThat(saidLate()).containsExactly("2026-03-02T00:00:00.001Z acme: applied");
    }

    @Test
    void anEventInTimeIsNotSaidToBeLate() throws Exception {
        happens(ACME.cutsBudget("2026-03-01T10:00:00Z"), ACME.uses("ann", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(saidLate()).isEmpty();
    }

    @Test
    void lateTelemetryOfAnOpenDayIsSaidWithWhetherItChangedTheDay() throws Exception {
        happens(ACME.reportsUsage("2026-03-01", 5, "2026-03-01T20:00:00Z"));

        happensLate(
                ACME.reportsUsage("2026-03-01", 6, "2026-03-01T19:00:00Z"), "2026-03-01T21:00:00Z");
        happensLate(
                ACME.reportsUsage("2026-03-01", 4, "2026-03-01T18:00:00Z"), "2026-03-01T21:00:00Z");

        assertThat(saidLate())
                .containsExactly(
                        "2026-03-01T21:00:00Z acme: applied",
                        "2026-03-01T21:00:00Z acme: not applied");
    }

    @Test
    void aReportOfACompleteDayTakesEffectAtItsOwnTime() throws Exception {
        happens(ACME.buysSeats(10, "2026-03-01T00:00:00Z"), ACME.goesLive("2026-03-01T00:00:00Z"));
        for (int day = 1; day <= 14; day++) {
            String date = "2026-03-%02d".formatted(day);
            happens(ACME.reportsUsage(date, 2, date + "T20:00:00Z"));
        }
        happens(ACME.reportsUsage("2026-03-14", 10, "2026-03-15T09:00:00Z"));
        function.reaches("2026-03-15T09:00:00Z");

        assertThat(said())
                .containsExactly(
                        "2026-03-01T00:00:00Z acme: nothing",
                        "2026-03-15T06:00:00Z acme: low-adoption 10",
                        "2026-03-15T09:00:00Z acme: low-adoption 5");
    }

    @Test
    void waitingEventsHaveOneTimerForEachInstant() throws Exception {
        happens(
                ACME.losesSponsor("2026-03-01T10:00:00Z"),
                ACME.cutsBudget("2026-03-01T10:00:00Z"),
                ACME.opensTicket("T-1", "2026-03-01T11:00:00Z"));

        assertThat(function.timers()).isEqualTo(2);
    }

    @Test
    void aCustomerAtRestHasOneTimerForItsNextTurn() throws Exception {
        happens(
                ACME.signsUntil("2027-03-01T00:00:00Z", "2026-03-01T10:00:00Z"),
                ACME.losesSponsor("2026-03-02T10:00:00Z"),
                ACME.cutsBudget("2026-03-03T10:00:00Z"));
        function.reaches("2026-03-03T10:00:00Z");

        assertThat(function.timers()).isEqualTo(1);
    }

    @Test
    void aCustomerThatNothingCanHappenToHasNoTimer() throws Exception {
        happens(ACME.isRenamed("Acme", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(function.timers()).isZero();
    }

    @Test
    void anEarlierTurnTakesTheTimerOfTheOnePlannedBefore() throws Exception {
        happens(ACME.signsUntil("2027-03-01T00:00:00Z", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        happens(ACME.signsUntil("2026-04-01T00:00:00Z", "2026-03-02T10:00:00Z"));
        function.reaches("2026-03-02T10:00:00Z");

        assertThat(function.timers()).isEqualTo(1);
    }

    @Test
    void aTurnKeepsItsTimerWhenAnEventWaitsForTheSameInstant() throws Exception {
        happens(ACME.signsUntil("2026-04-01T00:00:00Z", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");
        happens(
                ACME.opensTicket("T-1", "2026-04-01T00:00:00Z"),
                ACME.signsUntil("2027-03-01T00:00:00Z", "2026-03-02T10:00:00Z"));
        function.reaches("2026-03-02T10:00:00Z");
        function.said();

        happens(ACME.cutsBudget("2026-04-01T00:00:00Z"));
        function.reaches("2026-04-01T00:00:00Z");

        assertThat(said()).containsExactly("2026-04-01T00:00:00Z acme: budget-cut 15");
        assertThat(function.timers()).isEqualTo(1);
    }

    @Test
    void aTurnFiresAtItsExactInstantWithOnlyTheWatermarkMoving() throws Exception {
        happens(ACME.signsUntil("2026-05-31T12:00:00Z", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-02T11:59:59.999Z");
        assertThat(said()).containsExactly("2026-03-01T10:00:00Z acme: nothing");

        function.reaches("2026-03-02T12:00:00Z");

        assertThat(said()).containsExactly("2026-03-02T12:00:00Z acme: contract-ending 10");
    }

    @Test
    void turnsTheWatermarkJumpsOverEachCarryTheirOwnInstant() throws Exception {
        happens(ACME.signsUntil("2026-05-31T12:00:00Z", "2026-03-01T10:00:00Z"));
        function.reaches("2026-08-01T00:00:00Z");

        assertThat(said())
                .containsExactly(
                        "2026-03-01T10:00:00Z acme: nothing",
                        "2026-03-02T12:00:00Z acme: contract-ending 10",
                        "2026-05-31T12:00:00Z acme: renewal-past-due 25");
    }

    @Test
    void telemetryOfAnOpenDayHasNoTimerButThoseOfItsArrivalAndItsCompletion() throws Exception {
        happens(ACME.uses("ann", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        for (int minute = 0; minute < 60; minute++) {
            happens(ACME.uses("user " + minute, "2026-03-01T11:%02d:00Z".formatted(minute)));
        }

        assertThat(function.timers()).isEqualTo(1);
    }

    @Test
    void telemetryTakesTheTimerOfALaterTurn() throws Exception {
        happens(ACME.signsUntil("2027-03-01T00:00:00Z", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        happens(ACME.uses("ann", "2026-03-01T11:00:00Z"));
        assertThat(function.timers()).isEqualTo(1);

        function.reaches("2026-12-01T00:00:00Z");
        assertThat(said())
                .containsExactly(
                        "2026-03-01T10:00:00Z acme: nothing",
                        "2026-04-01T06:00:00Z acme: no-usage 20",
                        "2026-12-01T00:00:00Z acme: contract-ending 10, no-usage 20");
    }

    @Test
    void theFirstTelemetryMakesACustomerKnownAtItsTime() throws Exception {
        happens(ACME.uses("ann", "2026-03-01T11:00:00Z"), ACME.uses("bob", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T12:00:00Z");

        assertThat(said()).containsExactly("2026-03-01T10:00:00Z acme: nothing");
    }

    @Test
    void anErasureIsSignalledOnce() throws Exception {
        happens(ACME.cutsBudget("2026-03-01T10:00:00Z"), ACME.isErased("2026-03-02T10:00:00Z"));
        function.reaches("2026-12-01T00:00:00Z");

        assertThat(said())
                .containsExactly(
                        "2026-03-01T10:00:00Z acme: budget-cut 15",
                        "2026-03-02T10:00:00Z acme: erased");
    }

    @Test
    void anErasureLeavesNoTimer() throws Exception {
        happens(
                ACME.signsUntil("2027-03-01T00:00:00Z", "2026-03-01T10:00:00Z"),
                ACME.uses("ann", "2026-03-01T11:00:00Z"),
                ACME.isErased("2026-03-01T12:00:00Z"));
        function.reaches("2026-03-01T12:00:00Z");

        assertThat(function.timers()).isZero();
    }

    @Test
    void theNextEventAfterAnErasureBeginsANewLife() throws Exception {
        happens(
                ACME.cutsBudget("2026-03-01T10:00:00Z"),
                ACME.isErased("2026-03-02T10:00:00Z"),
                ACME.isRenamed("Acme", "2026-03-03T10:00:00Z"));
        function.reaches("2026-03-03T10:00:00Z");

        assertThat(said()).last().isEqualTo("2026-03-03T10:00:00Z acme: nothing");
    }

    @Test
    void telemetryAfterAnErasureBeginsANewLifeEvenIfItArrivesBeforeTheErasureTakesEffect()
            throws Exception {
        happens(
                ACME.cutsBudget("2026-03-01T10:00:00Z"),
                ACME.isErased("2026-03-02T10:00:00Z"),
                ACME.uses("ann", "2026-03-03T10:00:00Z"));
        function.reaches("2026-03-05T00:00:00Z");

        assertThat(said())
                .containsExactly(
                        "2026-03-01T10:00:00Z acme: budget-cut 15",
                        "2026-03-02T10:00:00Z acme: erased",
                        "2026-03-03T10:00:00Z acme: nothing");
    }

    @Test
    void telemetryBetweenTwoErasuresLivesUntilTheSecond() throws Exception {
        happens(
                ACME.isErased("2026-03-02T10:00:00Z"),
                ACME.isErased("2026-03-04T10:00:00Z"),
                ACME.uses("ann", "2026-03-03T10:00:00Z"),
                ACME.uses("ann", "2026-03-05T10:00:00Z"));
        function.reaches("2026-03-02T11:00:00Z");
        happens(ACME.uses("bob", "2026-03-06T10:00:00Z"));
        function.reaches("2026-03-07T00:00:00Z");

        assertThat(said())
                .containsExactly(
                        "2026-03-02T10:00:00Z acme: erased",
                        "2026-03-03T10:00:00Z acme: nothing",
                        "2026-03-04T10:00:00Z acme: erased",
                        "2026-03-05T10:00:00Z acme: nothing");
    }

    @Test
    void telemetryNoLongerWaitsOnceAnErasureHasTakenEffect() throws Exception {
        InputEvent erasure = ACME.isErased("2026-03-02T10:00:00Z");
        happens(erasure);
        function.reaches("2026-03-02T10:00:00Z");
        happensLate(erasure, "2026-03-03T00:00:00Z");
        function.reaches("2026-03-03T00:00:00Z");
        happens(ACME.uses("ann", "2026-03-03T10:00:00Z"));
        function.reaches("2026-03-03T10:00:00Z");

        happens(ACME.uses("bob", "2026-03-03T11:00:00Z"), ACME.uses("cem", "2026-03-03T12:00:00Z"));

        assertThat(function.timers()).isEqualTo(1);
    }

    @Test
    void telemetryOfTheInstantOfAnErasureBringsNobodyBack() throws Exception {
        happens(ACME.isErased("2026-03-02T10:00:00Z"), ACME.uses("ann", "2026-03-02T10:00:00Z"));
        function.reaches("2026-03-05T00:00:00Z");

        assertThat(said()).containsExactly("2026-03-02T10:00:00Z acme: erased");
    }

    @Test
    void aLateEventFromBeforeAnErasureBringsNobodyBack() throws Exception {
        happens(ACME.isErased("2026-03-02T10:00:00Z"));
        function.reaches("2026-03-03T00:00:00Z");
        function.said();

        happensLate(ACME.cutsBudget("2026-03-02T09:00:00Z"), "2026-03-03T00:00:00.001Z");
        happensLate(ACME.uses("ann", "2026-03-02T08:00:00Z"), "2026-03-03T00:00:00.001Z");
        function.reaches("2026-03-05T00:00:00Z");

        assertThat(said()).isEmpty();
        assertThat(saidLate())
                .containsExactlyInAnyOrder(
                        "2026-03-03T00:00:00.001Z acme: not applied",
                        "2026-03-03T00:00:00.001Z acme: not applied");
    }

    @Test
    void metricsAndHealthAreSaidAside() throws Exception {
        happens(ACME.opensTicket("T-1", "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(saidAside()).containsExactly("2026-03-01T10:00:00Z acme customer-metrics");
    }

    @Test
    void metricsTurnAtTheNextCompleteDayWithOnlyTheWatermarkMoving() throws Exception {
        happens(ACME.opensTicket("T-1", "2026-03-01T10:00:00Z"));
        function.reaches("2026-04-01T05:59:59.999Z");
        saidAside();

        function.reaches("2026-04-01T06:00:00Z");

        assertThat(saidAside()).containsExactly("2026-04-01T06:00:00Z acme customer-metrics");
    }

    @Test
    void anErasureLeavesTombstonesOfMetricsAndHealth() throws Exception {
        happens(ACME.cutsBudget("2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");
        saidAside();

        happens(ACME.isErased("2026-03-02T10:00:00Z"));
        function.reaches("2026-03-02T10:00:00Z");

        assertThat(saidAside())
                .containsExactlyInAnyOrder(
                        "2026-03-02T10:00:00Z acme customer-metrics gone",
                        "2026-03-02T10:00:00Z acme health-scores gone");
    }

    @Test
    void customersDoNotTouchEachOther() throws Exception {
        happens(
                ACME.losesSponsor("2026-03-01T10:00:00Z"),
                customer("globex").cutsBudget("2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(said())
                .containsExactlyInAnyOrder(
                        "2026-03-01T10:00:00Z acme: stakeholder-departed 30",
                        "2026-03-01T10:00:00Z globex: budget-cut 15");
    }

    @Test
    void goesOnAfterARestartWithEventsWaitingAndATurnPlanned() throws Exception {
        happens(
                ACME.signsUntil("2026-12-31T12:00:00Z", "2026-03-01T10:00:00Z"),
                ACME.buysSeats(10, "2026-03-01T10:00:00Z"),
                ACME.uses("ann", "2026-03-01T11:00:00Z"),
                ACME.uses("bob", "2026-03-01T11:00:00Z"),
                ACME.losesSponsor("2026-03-05T10:00:00Z"));
        function.reaches("2026-03-01T12:00:00Z");
        assertThat(said()).containsExactly("2026-03-01T10:00:00Z acme: nothing");

        function.restarts();

        happens(ACME.cutsBudget("2026-03-04T10:00:00Z"), ACME.losesSponsor("2026-03-05T10:00:00Z"));
        function.reaches("2027-01-01T00:00:00Z");
        assertThat(said())
                .containsExactly(
                        "2026-03-04T10:00:00Z acme: budget-cut 15",
                        "2026-03-05T10:00:00Z acme: stakeholder-departed 30, budget-cut 15",
                        "2026-03-16T06:00:00Z acme: low-adoption 20, stakeholder-departed 30,"
                                + " budget-cut 15",
                        "2026-04-01T06:00:00Z acme: low-adoption 20, no-usage 20,"
                                + " stakeholder-departed 30, budget-cut 15",
                        "2026-08-31T10:00:00Z acme: low-adoption 20, no-usage 20,"
                                + " stakeholder-departed 30",
                        "2026-09-01T10:00:00Z acme: low-adoption 20, no-usage 20",
                        "2026-10-02T12:00:00Z acme: contract-ending 10, low-adoption 20,"
                                + " no-usage 20",
                        "2026-12-31T12:00:00Z acme: renewal-past-due 25, low-adoption 20,"
                                + " no-usage 20");
    }

    @Test
    void aSharedCauseReachesTheCustomerItIsDeliveredTo() throws Exception {
        happens(ACME.isRenamed("Acme", "2026-03-01T00:00:00Z"));
        function.receives(
                new Delivery(
                        "acme",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Service.incidentOpens("I-1", "2026-03-01T10:00:00Z"),
                        true,
                        Optional.empty()));
        function.reaches("2026-03-02T00:00:00Z");

        assertThat(said())
                .containsExactly(
                        "2026-03-01T00:00:00Z acme: nothing",
                        "2026-03-01T15:00:00Z acme: downtime 25");
    }

    @SafeVarargs
    private void happens(InputEvent... events) throws Exception {
        for (InputEvent event : events) {
            function.receives(Delivery.onTime(event.subject().orElseThrow(), event));
        }
    }

    /** The event arrives when the stream has already reached a later instant. */
    private void happensLate(InputEvent event, String reached) throws Exception {
        Instant at = Instant.parse(reached);
        function.receives(
                new Delivery(
                        event.subject().orElseThrow(),
                        at,
                        event,
                        true,
                        Optional.of(
                                new Delivery.Lateness(
                                        Duration.between(event.time(), at),
                                        "{\"source\":\"%s\",\"id\":\"%s\"}"
                                                .formatted(event.source(), event.id())))));
    }

    /** What was said, leaving out assessments of which only the evidence or a metric changed. */
    private List<String> said() {
        return Assessments.changesIn(function.said());
    }

    private List<String> saidAside() {
        return function.saidAside(CustomerStateFunction.RESULTS).stream()
                .map(CustomerStateFunctionTest::published)
                .collect(Collectors.toList());
    }

    private static String published(Emission emission) {
        String key = emission.key() + " " + emission.topic().topicName();
        return emission instanceof Tombstone tombstone
                ? tombstone.time() + " " + key + " gone"
                : ((OutputEvent) emission).time().orElseThrow() + " " + key;
    }

    private List<String> saidLate() {
        return function.saidAside(CustomerStateFunction.LATE).stream()
                .map(CustomerStateFunctionTest::shown)
                .collect(Collectors.toList());
    }

    private static String shown(Emission emission) {
        OutputEvent event = (OutputEvent) emission;
        IngestResult.Late late = (IngestResult.Late) event.result();
        return "%s %s: %s"
                .formatted(
                        event.time().orElseThrow(),
                        event.subject().orElseThrow(),
                        late.applied() ? "applied" : "not applied");
    }
}
