package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.TicketGroup;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random histories of a ticket against the plain definition of its clocks. */
class TicketClocksProperties {

    private static final int DAY = 24 * 60;

    /** Something that happens at a minute. */
    record Happening(int minute, Fact fact) {}

    /** A history that begins on some Monday at midnight in New York. */
    record History(String monday, List<Happening> happenings) {

        Instant base() {
            return TicketStory.time(monday + " 00:00");
        }
    }

    @Property(tries = 60)
    void tellWhatThePlainDefinitionSays(@ForAll("histories") History history) {
        compare(
                TicketStory.begin(),
                new PlainClocks(TicketStory.shipped(), history.base()),
                history);
    }

    private static void compare(TicketStory story, PlainClocks plain, History history) {
        TreeMap<Integer, List<Fact>> facts = new TreeMap<>();
        for (Happening happening : history.happenings()) {
            story.happens(
                    history.base().plus(happening.minute(), ChronoUnit.MINUTES), happening.fact());
            facts.computeIfAbsent(happening.minute() * 2, m -> new ArrayList<>())
                    .add(happening.fact());
        }
        int end = 24 * DAY;
        List<String> told = story.told(history.base().plus(end, ChronoUnit.MINUTES));
        assertThat(told.stream().sorted().toList())
                .isEqualTo(plain.until(end * 2, facts).stream().sorted().toList());
    }

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<String> mondays =
                Arbitraries.of("2026-01-12", "2026-03-02", "2026-10-26", "2026-12-21");
        Arbitrary<Happening> opening =
                Combinators.combine(
                                minutes(5 * DAY),
                                Arbitraries.of(Severity.class),
                                Arbitraries.of(TicketGroup.class).optional(0.5),
                                Arbitraries.of(true, false, false))
                        .as(
                                (minute, severity, group, blocks) ->
                                        new Happening(
                                                minute,
                                                TicketStory.opens("T-1", severity, group, blocks)));
        Arbitrary<Happening> beginning =
                Arbitraries.of("1000", "25000", "100000")
                        .map(value -> new Happening(0, contractValue(value)));
        return Combinators.combine(mondays, beginning, opening, happenings().list().ofMaxSize(14))
                .as(
                        (monday, first, opens, others) -> {
                            List<Happening> all = new ArrayList<>(others);
                            all.add(0, first);
                            all.add(opens);
                            all.sort(Comparator.comparingInt(Happening::minute));
                            return new History(monday, all);
                        });
    }

    /** Often on the hour and at the edges of working time. */
    private static Arbitrary<Integer> minutes(int end) {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, end / 60).map(hour -> hour * 60),
                Arbitraries.integers().between(0, end / 30).map(half -> half * 30),
                Arbitraries.integers()
                        .between(0, end / DAY)
                        .flatMap(
                                day ->
                                        Arbitraries.of(9 * 60, 18 * 60, 17 * 60 + 59)
                                                .map(minute -> day * DAY + minute)));
    }

    private static Arbitrary<Happening> happenings() {
        Arbitrary<Fact> facts =
                Arbitraries.frequencyOf(
                        Tuple.of(
                                4,
                                Arbitraries.of(Severity.class)
                                        .map(s -> new TicketFact.SeverityChanged("T-1", s))),
                        Tuple.of(4, Arbitraries.just(new TicketFact.Waiting("T-1"))),
                        Tuple.of(3, Arbitraries.just(new TicketFact.Resumed("T-1"))),
                        Tuple.of(2, Arbitraries.just(new TicketFact.WorkaroundGiven("T-1"))),
                        Tuple.of(4, Arbitraries.just(new TicketFact.Solved("T-1"))),
                        Tuple.of(4, Arbitraries.just(new TicketFact.Reopened("T-1"))),
                        Tuple.of(1, Arbitraries.just(new TicketFact.Closed("T-1"))),
                        Tuple.of(
                                1,
                                Arbitraries.just(
                                        new TicketFact.Excluded(
                                                "T-1", ExclusionReason.THIRD_PARTY))),
                        Tuple.of(3, replies()),
                        Tuple.of(
                                3,
                                Arbitraries.of("1000", "25000", "100000")
                                        .map(TicketClocksProperties::contractValue)),
                        Tuple.of(1, Arbitraries.just(new ImplementationFact.WentLive())),
                        Tuple.of(
                                2,
                                Arbitraries.of("storm", "strike")
                                        .map(ServiceFact.ForceMajeureDeclared::new)),
                        Tuple.of(
                                2,
                                Arbitraries.of("storm", "strike")
                                        .map(ServiceFact.ForceMajeureEnded::new)),
                        Tuple.of(
                                1,
                                Arbitraries.just(
                                        TicketStory.opens(
                                                "T-1", Severity.P0, Optional.empty(), false))));
        return Combinators.combine(minutes(14 * DAY), facts).as(Happening::new);
    }

    private static Arbitrary<Fact> replies() {
        return Combinators.combine(
                        Arbitraries.of(Author.AGENT, Author.AGENT, Author.CUSTOMER, Author.SYSTEM),
                        Arbitraries.of(true, true, false))
                .as(
                        (by, isPublic) ->
                                new TicketFact.Replied("T-1", by, isPublic, Optional.empty()));
    }

    private static Fact contractValue(String value) {
        return TicketStory.contractValueIs(Change.to(new BigDecimal(value)));
    }
}
