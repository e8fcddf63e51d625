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
import io.customerpulse.rules.sla.SlaPolicy;
import java.math.BigDecimal;
import java.time.Duration;
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
    private static final int END = 24 * DAY;
    private static final int STEPS_A_MINUTE = 2;
    private static final SlaPolicy NEXT_RESPONSES = PolicyVariants.withNextResponse();

    /**
     * Something that happens at a minute.
     *
     * @param late how many minutes later it arrives, if it does not arrive in time
     */
    record Happening(int minute, int late, Fact fact) {}

    /** Maintenance that is announced a week before; all in minutes. */
    record Maintenance(int announced, int notice, int length) {}

    /** A history that begins on some Monday at midnight in New York. */
    record History(String monday, List<Happening> happenings, List<Maintenance> maintenance) {

        Instant at(int minute) {
            return TicketStory.time(monday + " 00:00").plus(minute, ChronoUnit.MINUTES);
        }

        /** Everything that happens, in order. */
        List<Happening> all() {
            List<Happening> all = new ArrayList<>(happenings);
            for (Maintenance window : maintenance) {
                int start = window.announced() + window.notice();
                Fact scheduled =
                        new ServiceFact.MaintenanceScheduled(
                                at(start),
                                at(start + window.length()),
                                Optional.empty(),
                                List.of());
                all.add(new Happening(window.announced(), 0, scheduled));
            }
            all.sort(Comparator.comparingInt(Happening::minute));
            return all;
        }
    }

    @Property(tries = 60)
    void tellWhatThePlainDefinitionSays(@ForAll("histories") History history) {
        compare(TicketStory.shipped(), history);
    }

    @Property(tries = 30)
    void tellWhatThePlainDefinitionSaysOfNextResponses(@ForAll("histories") History history) {
        compare(NEXT_RESPONSES, history);
    }

    private static void compare(SlaPolicy policy, History history) {
        TicketStory story = TicketStory.by(policy);
        TreeMap<Integer, List<Fact>> facts = new TreeMap<>();
        for (Happening happening : history.all()) {
            story.happens(history.at(happening.minute()), happening.fact());
            facts.computeIfAbsent(happening.minute() * STEPS_A_MINUTE, m -> new ArrayList<>())
                    .add(happening.fact());
        }
        PlainClocks plain = new PlainClocks(policy, history.at(0));
        assertThat(story.told(history.at(END)).stream().sorted().toList())
                .isEqualTo(plain.until(END * STEPS_A_MINUTE, facts).stream().sorted().toList());
    }

    @Property(tries = 200)
    void whatStandsInTheEndDoesNotDependOnWhatCameLate(@ForAll("histories") History history) {
        TicketStory inTime = TicketStory.begin();
        TicketStory late = TicketStory.begin();
        for (Happening happening : history.all()) {
            Instant at = history.at(happening.minute());
            inTime.happens(at, happening.fact());
            if (happening.late() == 0) {
                late.happens(at, happening.fact());
            } else {
                late.happensLate(at, Duration.ofMinutes(happening.late()), happening.fact());
            }
        }
        assertThat(late.passesUntil(history.at(END)).standing())
                .isEqualTo(inTime.passesUntil(history.at(END)).standing());
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
                                                0,
                                                TicketStory.opens("T-1", severity, group, blocks)));
        Arbitrary<Happening> beginning =
                Arbitraries.of("1000", "25000", "100000")
                        .map(value -> new Happening(0, 0, contractValue(value)));
        return Combinators.combine(
                        mondays,
                        beginning,
                        opening,
                        happenings().list().ofMaxSize(14),
                        maintenance().list().ofMaxSize(2))
                .as(
                        (monday, first, opens, others, windows) -> {
                            List<Happening> all = new ArrayList<>(others);
                            all.add(0, first);
                            all.add(opens);
                            return new History(monday, all, windows);
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
        return Combinators.combine(minutes(14 * DAY), delays(), facts).as(Happening::new);
    }

    private static Arbitrary<Integer> delays() {
        return Arbitraries.oneOf(
                Arbitraries.just(0),
                Arbitraries.just(0),
                Arbitraries.integers().between(1, 3 * DAY));
    }

    private static Arbitrary<Maintenance> maintenance() {
        return Combinators.combine(
                        minutes(3 * DAY),
                        Arbitraries.integers().between(7 * 24 - 1, 9 * 24).map(hour -> hour * 60),
                        Arbitraries.integers().between(1, 20).map(half -> half * 30))
                .as(Maintenance::new);
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
