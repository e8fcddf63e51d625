package io.customerpulse.command.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.OrderFact;
import io.customerpulse.events.fact.ResponseFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.UsageFact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts that speak of time move with their events, by a day and an hour here. */
class MovedFactTest {

    private static final TimeShift SHIFT = TimeShift.by(Duration.ofHours(25));

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MOVED_START = Instant.parse("2026-01-02T01:00:00Z");
    private static final Instant END = Instant.parse("2026-12-31T00:00:00Z");
    private static final Instant MOVED_END = Instant.parse("2027-01-01T01:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");
    private static final LocalDate MOVED_DAY = LocalDate.parse("2026-01-02");

    private record Move(Fact before, Fact after) {
        @Override
        public String toString() {
            return before.toString();
        }
    }

    private static Stream<Move> moves() {
        return Stream.of(
                new Move(
                        patch(Change.to(START), Change.to(END)),
                        patch(Change.to(MOVED_START), Change.to(MOVED_END))),
                new Move(
                        patch(Change.kept(), Change.cleared()),
                        patch(Change.kept(), Change.cleared())),
                new Move(
                        signed(END, Optional.of(START)),
                        signed(MOVED_END, Optional.of(MOVED_START))),
                new Move(signed(END, Optional.empty()), signed(MOVED_END, Optional.empty())),
                new Move(
                        renewed(END, Optional.of(START)),
                        renewed(MOVED_END, Optional.of(MOVED_START))),
                new Move(renewed(END, Optional.empty()), renewed(MOVED_END, Optional.empty())),
                new Move(usage(DAY), usage(MOVED_DAY)),
                new Move(
                        new ServiceFact.MaintenanceScheduled(
                                START, END, Optional.of(START), List.of("api")),
                        new ServiceFact.MaintenanceScheduled(
                                MOVED_START, MOVED_END, Optional.of(MOVED_START), List.of("api"))),
                new Move(
                        new ServiceFact.MaintenanceScheduled(
                                START, END, Optional.empty(), List.of()),
                        new ServiceFact.MaintenanceScheduled(
                                MOVED_START, MOVED_END, Optional.empty(), List.of())),
                new Move(
                        new ImplementationFact.Planned(END, Optional.of(START), List.of("design")),
                        new ImplementationFact.Planned(
                                MOVED_END, Optional.of(MOVED_START), List.of("design"))),
                new Move(
                        new ImplementationFact.Planned(END, Optional.empty(), List.of()),
                        new ImplementationFact.Planned(MOVED_END, Optional.empty(), List.of())),
                new Move(
                        new ImplementationFact.Rescheduled(END),
                        new ImplementationFact.Rescheduled(MOVED_END)),
                new Move(
                        new ImplementationFact.MilestoneCompleted("pilot", Optional.of(END)),
                        new ImplementationFact.MilestoneCompleted("pilot", Optional.of(MOVED_END))),
                new Move(
                        new ImplementationFact.MilestoneCompleted("pilot", Optional.empty()),
                        new ImplementationFact.MilestoneCompleted("pilot", Optional.empty())),
                new Move(
                        new ResponseFact.EscalationSnoozed(
                                "e", END, Optional.of("why"), Optional.of("who")),
                        new ResponseFact.EscalationSnoozed(
                                "e", MOVED_END, Optional.of("why"), Optional.of("who"))),
                new Move(
                        new ResponseFact.InterventionSnoozed(
                                "i", END, Optional.of("why"), Optional.of("who")),
                        new ResponseFact.InterventionSnoozed(
                                "i", MOVED_END, Optional.of("why"), Optional.of("who"))));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void movesTheTimesOfAFactAndNothingElse(Move move) {
        assertThat(MovedFact.of(move.before(), SHIFT)).isEqualTo(move.after());
    }

    @Test
    void leavesAFactWithoutTimesAsItIs() {
        Fact order =
                new OrderFact.Placed("536365", BigDecimal.ONE, List.of("71053"), Optional.empty());

        assertThat(MovedFact.of(order, SHIFT)).isSameAs(order);
    }

    /** So that a type which learns to speak of time is not forgotten. */
    @Test
    void isTriedHereWithEveryTypeThatSpeaksOfTime() {
        Set<FactType> speaking =
                Arrays.stream(FactType.values())
                        .filter(MovedFactTest::speaksOfTime)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FactType.class)));

        assertThat(moves().map(move -> move.before().type()).collect(Collectors.toSet()))
                .isEqualTo(speaking);
    }

    private static boolean speaksOfTime(FactType type) {
        return Arrays.stream(type.factClass().getRecordComponents())
                .anyMatch(
                        component ->
                                component.getGenericType().getTypeName().contains("java.time."));
    }

    /** A patch of everything; of its four times two are {@code start} and two {@code end}. */
    private static Fact patch(Change<Instant> start, Change<Instant> end) {
        return new CustomerFact.Updated(
                Change.to("Acme"),
                Change.to("retail"),
                Change.to(7),
                Change.to("EMEA"),
                Change.to("Europe/London"),
                Change.to("GBP"),
                Change.cleared(),
                Change.to(BigDecimal.TEN),
                Change.to(BigDecimal.ONE),
                Change.to(5),
                start,
                end,
                start,
                end,
                Change.to("somebody"),
                Change.kept(),
                Change.to(true));
    }

    private static Fact signed(Instant end, Optional<Instant> start) {
        return new ContractFact.Signed(
                end, start, Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.ONE));
    }

    private static Fact renewed(Instant end, Optional<Instant> start) {
        return new ContractFact.Renewed(
                end, start, Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.ONE));
    }

    private static Fact usage(LocalDate day) {
        return new UsageFact.Recorded(
                day, 1, OptionalInt.of(2), List.of("search"), OptionalInt.of(3), OptionalInt.of(4));
    }
}
