package io.customerpulse.command.simulate;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.simulate.SimulatedWorld.Label;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.EngagementFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.UsageFact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each story shows, seen in the events of a year of 150 customers. */
class StoryTest {

    private static SimulatedWorld world;
    private static List<InputEvent> events;
    private static Map<String, Label> labels;
    private static Map<String, Integer> seats;

    @BeforeAll
    static void simulateAYear() {
        world = SimulatedWorld.of(150, 365, 5);
        // Actions one by one are most of the events and tell no story: left out to save memory.
        events =
                world.inputEvents().stream()
                        .filter(event -> !(event.fact() instanceof UsageFact.FeatureUsed))
                        .toList();
        labels = world.labels();
        seats =
                SimulatedWorld.of(events, CustomerFact.Updated.class).stream()
                        .filter(event -> seatsOf(event) > 0)
                        .collect(toMap(event -> event.subject().orElseThrow(), StoryTest::seatsOf));
    }

    @Test
    void nothingBadHappensToASteadyCustomer() {
        assertThat(of(Story.STEADY))
                .noneMatch(event -> event.fact() instanceof PeopleFact.StakeholderDeparted)
                .noneMatch(event -> event.fact() instanceof PeopleFact.OrganizationChanged)
                .noneMatch(event -> event.fact() instanceof ContractFact.Disputed)
                .noneMatch(event -> event.fact() instanceof ContractFact.NegotiationStarted)
                .noneMatch(event -> event.fact() instanceof ContractFact.PriceChanged)
                .noneMatch(event -> event.fact() instanceof ServiceFact.IncidentOpened);
    }

    @Test
    void aSteadyCustomerUsesWellOverHalfOfItsSeatsOnWorkingDays() {
        assertThat(of(Story.STEADY))
                .filteredOn(event -> event.fact() instanceof UsageFact.Recorded)
                .filteredOn(event -> !weekend((UsageFact.Recorded) event.fact()))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(usedShare(event)).isGreaterThan(0.6));
    }

    @Test
    void fewerPeopleWorkAtWeekends() {
        double workingDays = meanUse(of(Story.STEADY), recorded -> !weekend(recorded));
        double weekends = meanUse(of(Story.STEADY), StoryTest::weekend);

        assertThat(weekends).isLessThan(workingDays / 2).isGreaterThan(0);
    }

    @Test
    void aSteadyCustomerRenewsBeforeTheEnd() {
        for (InputEvent event : of(Story.STEADY)) {
            if (event.fact() instanceof ContractFact.Renewed renewed) {
                assertThat(event.time())
                        .isBefore(renewed.start().orElseThrow().minus(Duration.ofDays(60)));
            }
        }
        assertThat(of(Story.STEADY))
                .anyMatch(event -> event.fact() instanceof ContractFact.Renewed);
    }

    @Test
    void aSteadyCustomerIsContent() {
        assertThat(meanScore(of(Story.STEADY), Survey.NPS)).isGreaterThan(8.8);
        assertThat(meanScore(of(Story.STEADY), Survey.CSAT)).isGreaterThan(4.4);
    }

    @Test
    void aGrowingCustomerBuysMoreSeatsAgainAndAgain() {
        for (String customer : customersOf(Story.GROWING)) {
            List<Integer> bought =
                    eventsOf(customer)
                            .filter(event -> event.fact() instanceof ContractFact.SeatsChanged)
                            .map(e -> ((ContractFact.SeatsChanged) e.fact()).licensedUsers())
                            .toList();
            assertThat(bought).isNotEmpty().isSorted().doesNotHaveDuplicates();
            assertThat(bought.get(0)).isGreaterThan(seats.get(customer));
        }
    }

    @Test
    void aFadingCustomerIsUsedLessAndLess() {
        assertThat(useAfterTheTurn(Story.FADING, 100, 130))
                .isLessThan(useAfterTheTurn(Story.FADING, -30, 0) / 2);
    }

    @Test
    void aSponsorLeavesAtTheTurn() {
        assertAtTheTurn(
                Story.SPONSOR_LEAVES,
                event ->
                        event.fact() instanceof PeopleFact.StakeholderDeparted departed
                                && departed.role() == StakeholderRole.EXECUTIVE_SPONSOR);
    }

    @Test
    void anOutageIsLongerThanTheRulesForgive() {
        for (String customer : customersOf(Story.OUTAGE)) {
            Instant opened = first(customer, ServiceFact.IncidentOpened.class);
            Instant resolved = first(customer, ServiceFact.IncidentResolved.class);
            assertThat(Duration.between(opened, resolved)).isGreaterThan(Duration.ofHours(5));
        }
        assertAtTheTurn(Story.OUTAGE, e -> e.fact() instanceof ServiceFact.IncidentOpened);
    }

    @Test
    void badSupportBringsTicketsAndBadMarks() {
        for (String customer : customersOf(Story.BAD_SUPPORT)) {
            assertThat(ticketsAfterTheTurn(customer, 15, 60))
                    .isGreaterThan(ticketsAfterTheTurn(customer, -45, 0));
        }
        assertThat(meanScore(afterTheTurn(Story.BAD_SUPPORT, 20, 60).toList(), Survey.CSAT))
                .isLessThan(2.5);
    }

    @Test
    void aStalledImplementationIsPushedAtLeastTwiceBeforeItGoesLive() {
        for (String customer : customersOf(Story.STALLED_IMPLEMENTATION)) {
            List<Instant> pushes =
                    eventsOf(customer)
                            .filter(e -> e.fact() instanceof ImplementationFact.Rescheduled)
                            .map(InputEvent::time)
                            .toList();
            assertThat(pushes).hasSizeBetween(2, 3);
            eventsOf(customer)
                    .filter(e -> e.fact() instanceof ImplementationFact.WentLive)
                    .forEach(live -> assertThat(live.time()).isAfter(pushes.get(1)));
        }
        assertAtTheTurn(
                Story.STALLED_IMPLEMENTATION,
                event -> event.fact() instanceof ImplementationFact.Rescheduled);
    }

    @Test
    void aRenewalAtRiskComesAfterTheEndOfTheContract() {
        assertThat(of(Story.RENEWAL_AT_RISK))
                .filteredOn(event -> event.fact() instanceof ContractFact.Settled)
                .isNotEmpty();
        for (String customer : customersOf(Story.RENEWAL_AT_RISK)) {
            eventsOf(customer)
                    .filter(event -> event.fact() instanceof ContractFact.Renewed)
                    .limit(1)
                    .forEach(
                            event ->
                                    assertThat(event.time())
                                            .isAfter(
                                                    ((ContractFact.Renewed) event.fact())
                                                            .start()
                                                            .orElseThrow()));
        }
    }

    @Test
    void aPriceShockIsARiseOfMoreThanAQuarter() {
        assertAtTheTurn(
                Story.PRICE_SHOCK,
                event ->
                        event.fact() instanceof ContractFact.PriceChanged rise
                                && rise.changePercent().compareTo(BigDecimal.valueOf(25)) > 0);
    }

    @Test
    void aCustomerThatLeavesIsUsedFarLessBefore() {
        double before = useAfterTheTurn(Story.CHURN, -30, 0);

        assertThat(before).isGreaterThan(0.5);
        assertThat(useAfterTheTurn(Story.CHURN, 45, 60)).isLessThan(before * 0.6);
    }

    @Test
    void aCustomerThatLeavesIsNotRenewedInItsDecline() {
        assertThat(afterTheTurn(Story.CHURN, 0, 365))
                .isNotEmpty()
                .noneMatch(event -> event.fact() instanceof ContractFact.Renewed);
    }

    @Test
    void aCustomerThatLeavesIsDiscontentBefore() {
        assertThat(meanScore(afterTheTurn(Story.CHURN, 30, 120).toList(), Survey.NPS))
                .isLessThan(6.5);
    }

    @Test
    void reviewsAreAttendedWhileAllIsWell() {
        List<EngagementFact.ReviewHeld> reviews =
                of(Story.STEADY).stream()
                        .filter(event -> event.fact() instanceof EngagementFact.ReviewHeld)
                        .map(event -> (EngagementFact.ReviewHeld) event.fact())
                        .toList();

        assertThat(reviews).hasSizeGreaterThan(100);
        assertThat(reviews.stream().filter(EngagementFact.ReviewHeld::attended).count())
                .isGreaterThan(reviews.size() * 8L / 10);
    }

    private static void assertAtTheTurn(Story story, Predicate<InputEvent> happened) {
        assertThat(customersOf(story)).isNotEmpty();
        for (String customer : customersOf(story)) {
            Instant turn = labels.get(customer).turnsAt().orElseThrow();
            InputEvent event = eventsOf(customer).filter(happened).findFirst().orElseThrow();
            assertThat(event.time()).isBetween(turn, turn.plus(Duration.ofDays(1)));
        }
    }

    private static List<String> customersOf(Story story) {
        return labels.keySet().stream()
                .filter(customer -> labels.get(customer).story().equals(story.name()))
                .toList();
    }

    private static Stream<InputEvent> eventsOf(String customer) {
        return events.stream().filter(event -> event.subject().equals(Optional.of(customer)));
    }

    private static List<InputEvent> of(Story story) {
        return events.stream()
                .filter(event -> event.subject().isPresent())
                .filter(e -> labels.get(e.subject().get()).story().equals(story.name()))
                .toList();
    }

    private static Stream<InputEvent> afterTheTurn(Story story, int from, int to) {
        return of(story).stream()
                .filter(
                        event -> {
                            Instant turn =
                                    labels.get(event.subject().orElseThrow())
                                            .turnsAt()
                                            .orElseThrow();
                            return !event.time().isBefore(turn.plus(Duration.ofDays(from)))
                                    && event.time().isBefore(turn.plus(Duration.ofDays(to)));
                        });
    }

    private static Instant first(String customer, Class<? extends Fact> fact) {
        return eventsOf(customer)
                .filter(event -> fact.isInstance(event.fact()))
                .findFirst()
                .orElseThrow()
                .time();
    }

    private static long ticketsAfterTheTurn(String customer, int from, int to) {
        Instant turn = labels.get(customer).turnsAt().orElseThrow();
        return eventsOf(customer)
                .filter(event -> event.fact() instanceof TicketFact.Opened)
                .filter(event -> event.time().isAfter(turn.plus(Duration.ofDays(from))))
                .filter(event -> event.time().isBefore(turn.plus(Duration.ofDays(to))))
                .count();
    }

    private static double useAfterTheTurn(Story story, int from, int to) {
        return meanUse(afterTheTurn(story, from, to).toList(), recorded -> !weekend(recorded));
    }

    private static double meanUse(List<InputEvent> among, Predicate<UsageFact.Recorded> counted) {
        return among.stream()
                .filter(event -> event.fact() instanceof UsageFact.Recorded)
                .filter(event -> counted.test((UsageFact.Recorded) event.fact()))
                .mapToDouble(StoryTest::usedShare)
                .average()
                .orElseThrow();
    }

    private static double meanScore(List<InputEvent> among, Survey survey) {
        return among.stream()
                .filter(event -> event.fact() instanceof SurveyFact.Answered)
                .map(event -> (SurveyFact.Answered) event.fact())
                .filter(answer -> answer.survey() == survey)
                .mapToInt(SurveyFact.Answered::score)
                .average()
                .orElseThrow();
    }

    private static double usedShare(InputEvent event) {
        return ((UsageFact.Recorded) event.fact()).activeUsers()
                / (double) seats.get(event.subject().orElseThrow());
    }

    private static boolean weekend(UsageFact.Recorded recorded) {
        return recorded.day().getDayOfWeek().getValue() > 5;
    }

    private static int seatsOf(InputEvent event) {
        return ((CustomerFact.Updated) event.fact()).licensedUsers()
                        instanceof Change.Set<Integer> set
                ? set.value()
                : 0;
    }
}
