package io.customerpulse.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.Confidence;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing a signal says is left out of the order. */
class SignalOrderTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Contribution DOWNTIME =
            new Contribution("downtime", 25, NOON, List.of("/ops#1"), Optional.empty());

    private final SignalOrder order = new SignalOrder();

    @ParameterizedTest
    @MethodSource("laterSignals")
    void ordersSignalsThatDifferInOneThingOnly(Signal later) {
        Signal earlier = assessed(DOWNTIME);

        assertThat(order.compare(earlier, later)).isNegative();
        assertThat(order.compare(later, earlier)).isPositive();
    }

    /** The window that ends earlier is measured first, which the pattern of a fall rests on. */
    @Test
    void theEarlierWindowComesFirst() {
        Signal before = new Signal.NpsMeasured("acme", NOON, NOON.minusSeconds(1), 3, 3);
        Signal now = new Signal.NpsMeasured("acme", NOON, NOON, -3, 3);

        assertThat(order.compare(before, now)).isNegative();
    }

    static Stream<Signal> laterSignals() {
        List<Contribution> downtime = List.of(DOWNTIME);
        return Stream.of(
                new Signal.RiskAssessed(
                        "acme", NOON.plusMillis(1), 1, false, downtime, List.of("csatMean")),
                new Signal.RiskAssessed("globex", NOON, 1, false, downtime, List.of("csatMean")),
                new Signal.CustomerErased("acme", NOON),
                new Signal.RiskAssessed("acme", NOON, 2, false, downtime, List.of("csatMean")),
                new Signal.RiskAssessed("acme", NOON, 1, true, downtime, List.of("csatMean")),
                assessed(DOWNTIME, DOWNTIME),
                assessed(contribution("low-csat", 25, NOON, "/ops#1")),
                assessed(contribution("downtime", 26, NOON, "/ops#1")),
                assessed(contribution("downtime", 25, NOON.plusMillis(1), "/ops#1")),
                assessed(contribution("downtime", 25, NOON, "/ops#2")),
                assessed(contribution("downtime", 25, NOON, "/ops#1", "/ops#2")),
                assessed(
                        new Contribution(
                                "downtime",
                                25,
                                NOON,
                                List.of("/ops#1"),
                                Optional.of(Confidence.LOW))),
                new Signal.RiskAssessed("acme", NOON, 1, false, downtime, List.of("dauPercent")));
    }

    private static Signal assessed(Contribution... contributions) {
        return new Signal.RiskAssessed(
                "acme", NOON, 1, false, List.of(contributions), List.of("csatMean"));
    }

    private static Contribution contribution(
            String factor, int points, Instant since, String... evidence) {
        return new Contribution(factor, points, since, List.of(evidence), Optional.empty());
    }
}
