package io.customerpulse.command.simulate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.command.simulate.SimulatedWorld.Label;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    private static SimulatedWorld year;
    private static List<Decoded> decoded;
    private static List<InputEvent> events;

    @BeforeAll
    static void simulateAYear() {
        year = SimulatedWorld.of(60, 365, 1);
        decoded = year.decoded();
        events = year.inputEvents();
    }

    @Test
    void tellsTheSameBytesEveryTime() {
        SimulatedWorld again = SimulatedWorld.of(60, 365, 1);

        assertThat(again.events().equals(year.events())).isTrue();
        assertThat(again.truth()).isEqualTo(year.truth());
    }

    @Test
    void tellsAnotherWorldForAnotherSeed() {
        assertThat(SimulatedWorld.of(5, 30, 2).events())
                .isNotEqualTo(SimulatedWorld.of(5, 30, 1).events());
    }

    @Test
    void leavesCustomersAsTheyAreWhenOthersAreAdded() {
        SimulatedWorld few = SimulatedWorld.of(7, 120, 3);
        SimulatedWorld many = SimulatedWorld.of(23, 120, 3);
        Predicate<String> ofTheOthers =
                line -> line.matches(".*\"subject\":\"c-00(0[89]|1\\d|2\\d)\".*");

        assertThat(many.events().lines().filter(ofTheOthers.negate()).toList())
                .isEqualTo(few.events().lines().toList());
        assertThat(many.truth()).startsWith(few.truth());
    }

    @Test
    void tellsEventsInTheOrderOfTimeSourceAndId() {
        assertThat(events)
                .isSortedAccordingTo(
                        Comparator.comparing(InputEvent::time)
                                .thenComparing(InputEvent::source)
                                .thenComparing(InputEvent::id));
    }

    @Test
    void tellsOnlyWhatTheDecoderAcceptsToTheLastField() {
        assertThat(decoded)
                .hasSize((int) year.summary().events())
                .allSatisfy(
                        one ->
                                assertThat(one)
                                        .isInstanceOfSatisfying(
                                                Decoded.Accepted.class,
                                                accepted ->
                                                        assertThat(accepted.unknownFields())
                                                                .isZero()));
    }

    @Test
    void givesEveryEventAnIdOfItsOwn() {
        assertThat(events.stream().map(InputEvent::id).distinct().count()).isEqualTo(events.size());
    }

    @Test
    void keepsToItsDays() {
        assertThat(events.get(0).time()).isAfterOrEqualTo(year.start());
        assertThat(events.get(events.size() - 1).time()).isBefore(year.end());
    }

    @Test
    void introducesEveryCustomerBeforeAnythingElse() {
        Map<String, InputEvent> first = new TreeMap<>();
        events.forEach(
                event -> event.subject().ifPresent(subject -> first.putIfAbsent(subject, event)));

        assertThat(first).hasSize(60);
        assertThat(first.values())
                .allSatisfy(
                        event -> assertThat(event.fact()).isInstanceOf(CustomerFact.Updated.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 365, 2_000})
    void knowsContractsThatBeganBeforeAndRun(int days) {
        SimulatedWorld world = SimulatedWorld.of(50, days, 8);
        // What every customer from before says of its contract.
        List<CustomerFact.Updated> known =
                SimulatedWorld.of(world.inputEvents(), CustomerFact.Updated.class).stream()
                        .map(event -> (CustomerFact.Updated) event.fact())
                        .filter(customer -> customer.contractEnd() instanceof Change.Set<Instant>)
                        .toList();

        assertThat(known)
                .hasSizeGreaterThan(40)
                .allSatisfy(
                        customer -> {
                            assertThat(set(customer.contractStart()))
                                    .isBeforeOrEqualTo(world.start());
                            assertThat(set(customer.contractEnd())).isAfter(world.start());
                        });
    }

    private static Instant set(Change<Instant> change) {
        return ((Change.Set<Instant>) change).value();
    }

    @Test
    void livesEveryStoryInEveryBlockOfCustomers() {
        Map<String, Long> lived =
                SimulatedWorld.of(100, 1, 9).labels().values().stream()
                        .skip(50)
                        .collect(groupingBy(Label::story, counting()));

        Map<String, Long> expected = new HashMap<>();
        Arrays.stream(Story.values())
                .forEach(story -> expected.put(story.name(), (long) story.share()));
        assertThat(lived).isEqualTo(expected);
        assertThat(lived.values().stream().mapToLong(count -> count).sum()).isEqualTo(50);
    }

    @Test
    void countsWhatItTold() {
        assertThat(year.summary().events()).isEqualTo(year.events().lines().count());
        assertThat(year.summary().stories().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(60);
    }

    @Test
    void labelsEveryCustomerInOrder() {
        assertThat(year.labels()).hasSize(60);
        assertThat(year.truth().lines()).isSorted();
    }

    @Test
    void saysWhenEveryStoryTurnsThatTurns() {
        assertThat(year.labels().values())
                .allSatisfy(
                        label -> {
                            assertThat(label.turnsAt().isPresent())
                                    .isEqualTo(!label.story().equals("STEADY"));
                            label.turnsAt()
                                    .ifPresent(
                                            turn ->
                                                    assertThat(turn)
                                                            .isBetween(year.start(), year.end()));
                        });
    }

    @ParameterizedTest
    @CsvSource({"60, 365, 1", "150, 90, 2", "100, 8, 3", "100, 2, 4", "50, 1, 5"})
    void labelsExactlyTheContractsThatAreTerminatedWithTheirTime(
            int customers, int days, long seed) {
        SimulatedWorld world = SimulatedWorld.of(customers, days, seed);
        Map<String, Instant> terminated = new TreeMap<>();
        SimulatedWorld.of(world.inputEvents(), ContractFact.Terminated.class)
                .forEach(event -> terminated.put(event.subject().orElseThrow(), event.time()));

        Map<String, Instant> labelled = new TreeMap<>();
        world.labels()
                .forEach(
                        (customer, label) ->
                                label.churnsAt().ifPresent(at -> labelled.put(customer, at)));
        assertThat(labelled).isEqualTo(terminated).isNotEmpty();
        assertThat(world.labels().values())
                .allSatisfy(
                        label ->
                                assertThat(label.churnsAt().isPresent())
                                        .isEqualTo(label.story().equals("CHURN")));
    }

    @Test
    void saysNothingMoreOfACustomerWhoseContractIsTerminated() {
        Map<String, Label> labels = year.labels();

        assertThat(events)
                .allSatisfy(
                        event ->
                                event.subject()
                                        .flatMap(customer -> labels.get(customer).churnsAt())
                                        .ifPresent(
                                                end ->
                                                        assertThat(event.time())
                                                                .isBeforeOrEqualTo(end)));
    }

    @Test
    void shortensADeclineThatDoesNotFit() {
        SimulatedWorld world = SimulatedWorld.of(100, 40, 6);

        assertThat(world.labels().values())
                .filteredOn(label -> label.churnsAt().isPresent())
                .isNotEmpty()
                .allSatisfy(
                        label ->
                                assertThat(label.turnsAt().orElseThrow())
                                        .isAfter(world.start())
                                        .isBefore(label.churnsAt().orElseThrow()));
    }

    @Test
    void refusesToSimulateNobody() {
        assertThatThrownBy(() -> new Simulation.Settings(0, 1, 1, SimulatedWorld.FROM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers must be from 1 to 1000000, but is 0");
    }

    @Test
    void refusesMoreThanTenYears() {
        assertThat(new Simulation.Settings(1, 3660, 1, SimulatedWorld.FROM).days()).isEqualTo(3660);
        assertThatThrownBy(() -> new Simulation.Settings(1, 3661, 1, SimulatedWorld.FROM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("days must be from 1 to 3660, but is 3661");
    }

    @Test
    void namesCustomersByTheirNumber() {
        assertThat(Optional.of(Names.customer(0))).contains("c-0001");
        assertThat(Names.customer(9_999)).isEqualTo("c-10000");
    }
}
