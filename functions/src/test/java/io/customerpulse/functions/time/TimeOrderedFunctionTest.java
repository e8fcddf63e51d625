package io.customerpulse.functions.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.functions.Backend;
import io.customerpulse.functions.RunningFunction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class TimeOrderedFunctionTest {

    private static final String CALL_OFF = "calls the alarm off";

    @Parameter Backend backend;

    private RunningFunction<Note, String> function;

    @BeforeEach
    void start() throws Exception {
        function = RunningFunction.start(backend, AlarmClock::new, Note::key, Types.STRING);
    }

    @AfterEach
    void stop() throws Exception {
        function.close();
    }

    @Test
    void inputsWaitUntilTheWatermarkHasReachedThem() throws Exception {
        function.receives(say("one", "10:00"));
        function.reaches(at("10:00").minusMillis(1));
        assertThat(function.said()).isEmpty();

        function.reaches(at("10:00"));
        assertThat(function.said()).containsExactly("10:00 one");
    }

    @Test
    void inputsOfOneInstantComeTogether() throws Exception {
        function.receives(say("one", "10:00"), say("later", "10:01"), say("two", "10:00"));
        function.reaches(at("11:00"));

        assertThat(function.said()).containsExactly("10:00 one two", "10:01 later");
    }

    @Test
    void inputsComeInTheOrderOfTheirInstants() throws Exception {
        function.receives(say("third", "10:02"), say("first", "10:00"), say("second", "10:01"));
        function.reaches(at("11:00"));

        assertThat(function.said()).containsExactly("10:00 first", "10:01 second", "10:02 third");
    }

    @Test
    void aTurnComesAtItsInstantWithoutAnyInput() throws Exception {
        function.receives(alarm("10:05", "10:00"));
        function.reaches(at("10:05").minusMillis(1));
        assertThat(function.said()).containsExactly("10:00 alarm");

        function.reaches(at("10:05"));
        assertThat(function.said()).containsExactly("10:05 turns");
    }

    @Test
    void turnsAndInputsOfOneStepOfTheWatermarkAreInterleaved() throws Exception {
        function.receives(
                say("before", "10:04"),
                alarm("10:05", "10:00"),
                say("at", "10:05"),
                say("after", "10:06"));
        function.reaches(at("11:00"));

        assertThat(function.said())
                .containsExactly("10:00 alarm", "10:04 before", "10:05 at", "10:06 after");
    }

    @Test
    void aTurnThatIsMovedEarlierComesEarlierAndOnlyOnce() throws Exception {
        function.receives(alarm("10:30", "10:00"));
        function.reaches(at("10:00"));
        function.receives(alarm("10:20", "10:10"));
        function.reaches(at("11:00"));

        assertThat(function.said()).containsExactly("10:00 alarm", "10:10 alarm", "10:20 turns");
    }

    @Test
    void oneTimerIsKeptForTheTurnHoweverOftenItMoves() throws Exception {
        function.receives(alarm("10:30", "10:00"));
        function.reaches(at("10:00"));
        function.receives(alarm("10:40", "10:01"), alarm("10:20", "10:02"));
        function.reaches(at("10:02"));

        assertThat(function.timers()).isEqualTo(1);
    }

    @Test
    void aCalledOffTurnLeavesNoTimer() throws Exception {
        function.receives(alarm("10:30", "10:00"));
        function.reaches(at("10:00"));
        function.receives(say(CALL_OFF, "10:01"));
        function.reaches(at("10:01"));

        assertThat(function.timers()).isZero();
    }

    @Test
    void aCalledOffTurnLeavesTheTimerOfAnInputOfTheSameInstant() throws Exception {
        function.receives(alarm("10:30", "10:00"));
        function.reaches(at("10:00"));
        function.receives(say("waits", "10:30"), say(CALL_OFF, "10:01"));
        function.reaches(at("10:01"));
        function.said();

        function.reaches(at("10:30"));
        assertThat(function.said()).containsExactly("10:30 waits");
    }

    @Test
    void refusesAStateThatDoesNotGetBeyondAnInstant() throws Exception {
        function.receives(alarm("10:00", "10:00"));

        assertThatThrownBy(() -> function.reaches(at("10:00")))
                .hasStackTraceContaining("does not get beyond");
    }

    @Test
    void keysDoNotTouchEachOther() throws Exception {
        function.receives(
                new Note("a", at("10:00"), "of a", List.of()),
                new Note("b", at("10:00"), "of b", List.of()));
        function.reaches(at("10:00"));

        assertThat(function.said()).containsExactlyInAnyOrder("10:00 of a", "10:00 of b");
    }

    @Test
    void goesOnAfterARestartWithInputsWaitingAndATurnPlanned() throws Exception {
        function.receives(alarm("10:05", "10:00"), say("waits", "10:03"));
        function.reaches(at("10:00"));
        function.said();

        function.restarts();
        function.reaches(at("11:00"));

        assertThat(function.said()).containsExactly("10:03 waits", "10:05 turns");
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + ":00Z");
    }

    private static Note say(String text, String time) {
        return new Note("key", at(time), text, List.of());
    }

    private static Note alarm(String rings, String time) {
        return new Note("key", at(time), "alarm", List.of(at(rings)));
    }

    /**
     * What the function takes; public, since Flink serializes it.
     *
     * @param turn when the state is to turn, if it says so
     */
    public record Note(String key, Instant at, String text, List<Instant> turn) {}

    /** Repeats what it is told, and turns when it was told to. */
    private static final class AlarmClock extends TimeOrderedFunction<Note, String> {

        private static final long serialVersionUID = 1L;

        private transient ValueState<Instant> alarmState;
        private transient Optional<Instant> alarm;

        AlarmClock() {
            super(TypeInformation.of(Note.class));
        }

        @Override
        public void open(OpenContext openContext) throws Exception {
            super.open(openContext);
            TypeInformation<Instant> type = Types.INSTANT;
            alarmState = getRuntimeContext().getState(new ValueStateDescriptor<>("alarm", type));
        }

        @Override
        protected Instant timeOf(Note note) {
            return note.at();
        }

        @Override
        protected Optional<Instant> load() throws Exception {
            alarm = Optional.ofNullable(alarmState.value());
            return alarm;
        }

        @Override
        protected Optional<Instant> advance(
                String key, Instant at, List<Note> notes, Context context, Collector<String> out) {
            alarm = alarm.filter(turn -> turn.isAfter(at));
            for (Note note : notes) {
                if (note.text().equals(CALL_OFF)) {
                    alarm = Optional.empty();
                }
                alarm = note.turn().stream().findFirst().or(this::set);
            }
            String said =
                    notes.isEmpty()
                            ? "turns"
                            : notes.stream().map(Note::text).collect(Collectors.joining(" "));
            out.collect(at.toString().substring(11, 16) + " " + said);
            return alarm;
        }

        private Optional<Instant> set() {
            return alarm;
        }

        @Override
        protected void save() throws Exception {
            if (alarm.isPresent()) {
                alarmState.update(alarm.get());
            } else {
                alarmState.clear();
            }
        }
    }
}
