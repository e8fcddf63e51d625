package io.customerpulse.command.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every simulation, however small. */
class SimulationProperties {

    private static final Comparator<InputEvent> IN_ORDER =
            Comparator.comparing(InputEvent::time)
                    .thenComparing(InputEvent::source)
                    .thenComparing(InputEvent::id);

    @Property(tries = 60)
    void isAcceptedWholeInOrderAndWithinItsDays(
            @ForAll @IntRange(min = 1, max = 20) int customers,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll long seed) {
        SimulatedWorld world = SimulatedWorld.of(customers, days, seed);
        List<InputEvent> events = world.inputEvents();

        assertThat(events)
                .hasSize((int) world.summary().events())
                .isSortedAccordingTo(IN_ORDER)
                .allMatch(event -> !event.time().isBefore(world.start()))
                .allMatch(event -> event.time().isBefore(world.end()));
        assertThat(world.labels()).hasSize(customers);
    }

    @Property(tries = 30)
    void isTheSameForTheSameSettings(
            @ForAll @IntRange(min = 1, max = 5) int customers,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll long seed) {
        assertThat(SimulatedWorld.of(customers, days, seed).events())
                .isEqualTo(SimulatedWorld.of(customers, days, seed).events());
    }
}
