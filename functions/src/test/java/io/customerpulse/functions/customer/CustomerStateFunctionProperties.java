package io.customerpulse.functions.customer;

import static io.customerpulse.functions.Customer.customer;
import static io.customerpulse.functions.ShippedPolicies.POLICIES;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.functions.Arrivals;
import io.customerpulse.functions.Arrivals.Arrival;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.Customer;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.timeline.CustomerTimeline;
import io.customerpulse.rules.timeline.SingleCustomer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CustomerStateFunctionProperties {

    private static final Customer ACME = customer("acme");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = START.plus(Duration.ofDays(400));

    private static final int DAYS = 40;
    private static final Duration BOUND = Duration.ofHours(5);

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfArrivalDoesNotMatter(@ForAll("arrivals") List<Arrival<Delivery>> arrivals)
            throws Exception {
        assertThat(signals(Backend.HASHMAP, arrivals)).isEqualTo(history(arrivals));
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void nothingIsLostBetweenAccessesToStateKeptAsBytes(
            @ForAll("arrivals") List<Arrival<Delivery>> arrivals) throws Exception {
        assertThat(signals(Backend.ROCKSDB, arrivals)).isEqualTo(history(arrivals));
    }

    /** What the rules say of the same events, without a stream. */
    private static List<Signal> history(List<Arrival<Delivery>> arrivals) {
        return SingleCustomer.withFlags(POLICIES, ACME.name())
                .history(arrivals.stream().map(a -> a.what().event()).toList(), UNTIL);
    }

    private static List<Signal> signals(Backend backend, List<Arrival<Delivery>> arrivals)
            throws Exception {
        try (RunningFunction<Delivery, Signal> function =
                RunningFunction.start(
                        backend,
                        () -> new CustomerStateFunction(POLICIES),
                        Delivery::customer,
                        PulseTypes.SIGNAL)) {
            new Arrivals<>(arrivals, Delivery::at, BOUND).reach(function);
            function.reaches(UNTIL);
            return function.said();
        }
    }

    /**
     * Telemetry in the bound after an erasure is left out: when it arrives before the erasure does,
     * it is erased too.
     */
    @Provide
    Arbitrary<List<Arrival<Delivery>>> arrivals() {
        return Combinators.combine(
                        events(),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.of(true, false))
                .as(
                        (event, delay, watermark) ->
                                new Arrival<>(
                                        Delivery.onTime(ACME.name(), event), delay, watermark))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(CustomerStateFunctionProperties::withoutTelemetryRightAfterErasures);
    }

    private static List<Arrival<Delivery>> withoutTelemetryRightAfterErasures(
            List<Arrival<Delivery>> arrivals) {
        CustomerTimeline timeline = new CustomerTimeline(POLICIES);
        List<Instant> erasures =
                arrivals.stream()
                        .map(Arrival::what)
                        .filter(CustomerTimeline::erases)
                        .map(Delivery::at)
                        .toList();
        return arrivals.stream()
                .filter(
                        arrival ->
                                !timeline.facts().fillsOpenDay(arrival.what())
                                        || erasures.stream()
                                                .noneMatch(e -> follows(arrival.what().at(), e)))
                .toList();
    }

    private static boolean follows(Instant at, Instant erasure) {
        return at.isAfter(erasure) && !at.isAfter(erasure.plus(BOUND));
    }

    private static Arbitrary<InputEvent> events() {
        Arbitrary<Integer> tenMinutes = Arbitraries.integers().between(0, DAYS * 144);
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 9);
        Arbitrary<Kind> kind =
                Arbitraries.frequency(
                        Tuple.of(8, Kind.USE),
                        Tuple.of(6, Kind.REPORT),
                        Tuple.of(6, Kind.TICKET),
                        Tuple.of(4, Kind.CSAT),
                        Tuple.of(2, Kind.SIGN),
                        Tuple.of(2, Kind.SEATS),
                        Tuple.of(2, Kind.GO_LIVE),
                        Tuple.of(2, Kind.LOSE_SPONSOR),
                        Tuple.of(2, Kind.APPOINT_SPONSOR),
                        Tuple.of(2, Kind.CUT_BUDGET),
                        Tuple.of(1, Kind.TERMINATE),
                        Tuple.of(1, Kind.ERASE));
        return Combinators.combine(kind, tenMinutes, number)
                .as((k, t, n) -> k.event(START.plus(Duration.ofMinutes(10L * t)), n));
    }

    private enum Kind {
        USE,
        REPORT,
        TICKET,
        CSAT,
        SIGN,
        SEATS,
        GO_LIVE,
        LOSE_SPONSOR,
        APPOINT_SPONSOR,
        CUT_BUDGET,
        TERMINATE,
        ERASE;

        InputEvent event(Instant at, int number) {
            String time = at.toString();
            LocalDate today = at.atZone(ZoneOffset.UTC).toLocalDate();
            return switch (this) {
                case USE -> ACME.uses("user " + number, time);
                case REPORT ->
                        ACME.reportsUsage(today.minusDays(number % 3).toString(), number, time);
                case TICKET -> ACME.opensTicket("T-" + number, time);
                case CSAT -> ACME.answersCsat(1 + number % 5, time);
                case SIGN ->
                        ACME.signsUntil(at.plus(Duration.ofDays(20L * number)).toString(), time);
                case SEATS -> ACME.buysSeats(number, time);
                case GO_LIVE -> ACME.goesLive(time);
                case LOSE_SPONSOR -> ACME.losesSponsor(time);
                case APPOINT_SPONSOR -> ACME.appointsSponsor(time);
                case CUT_BUDGET -> ACME.cutsBudget(time);
                case TERMINATE -> ACME.terminates(time);
                case ERASE -> ACME.isErased(time);
            };
        }
    }
}
