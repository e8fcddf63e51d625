package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.functions.serialization.PulseTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Source, end of history and output in one job, on an embedded cluster. Without the end of history
 * the timers would renew themselves for ever: the time limit only turns that into a failure.
 */
@Timeout(120)
class ReplayPipelineTest {

    /** Enough that a failing run can wait for a checkpoint before its input runs out. */
    private static final int LINES = 20_000;

    private static final long KEYS = 7;
    private static final Instant START = Instant.parse("2026-01-05T14:00:00Z");
    private static final Instant UNTIL = START.plusSeconds(LINES - 1);

    /** A tick falls on it: a timer due at the very end has to fire. */
    private static final Instant UNTIL_A_WHOLE_MINUTE = Instant.parse("2026-01-05T20:00:00Z");

    @TempDir Path directory;
    private Path input;
    private Path marker;

    @BeforeEach
    void writeAHistory() throws IOException {
        input = directory.resolve("history.ndjson");
        marker = directory.resolve("failed");
        List<String> lines = new ArrayList<>();
        for (int second = 0; second < LINES; second++) {
            lines.add(
                    "{\"specversion\":\"1.0\",\"id\":\"%d\",\"source\":\"/t\",\"type\":\"clock.ticked\",\"time\":\"%s\",\"data\":{}}"
                            .formatted(second, START.plusSeconds(second)));
        }
        Files.write(input, lines);
    }

    @ParameterizedTest
    @CsvSource({"false,1", "false,2", "true,1", "true,2"})
    void everyLineArrivesOnceWithCheckpointsOnAndOff(boolean checkpoints, int parallelism)
            throws Exception {
        Map<Topic, Long> written =
                run(environment(checkpoints, parallelism), Optional.of(UNTIL), noFailure());

        assertThat(written).containsEntry(Echo.LINES, (long) LINES);
        assertThat(results(Echo.LINES)).isEqualTo(expectedLines());
        assertThat(results(Echo.TICKS)).isEqualTo(expectedTicks(UNTIL));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyLineArrivesOnceAfterAFailureInTheMiddle(int parallelism) throws Exception {
        run(
                environment(true, parallelism),
                Optional.of(UNTIL),
                new Failure(true, Optional.empty()));

        assertThat(marker).exists();
        assertThat(results(Echo.LINES)).isEqualTo(expectedLines());
        assertThat(results(Echo.TICKS)).isEqualTo(expectedTicks(UNTIL));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void timeEndsAtTheSameInstantAfterAFailureAtTheVeryEnd(int parallelism) throws Exception {
        run(
                environment(true, parallelism),
                Optional.of(UNTIL_A_WHOLE_MINUTE),
                new Failure(false, Optional.of(UNTIL_A_WHOLE_MINUTE)));

        assertThat(marker).exists();
        assertThat(results(Echo.LINES)).isEqualTo(expectedLines());
        assertThat(results(Echo.TICKS)).isEqualTo(expectedTicks(UNTIL_A_WHOLE_MINUTE));
    }

    @Test
    void whatIsDueAtTheVeryEndStillHappensAndNothingLater() throws Exception {
        run(environment(false, 1), Optional.of(UNTIL_A_WHOLE_MINUTE), noFailure());

        assertThat(results(Echo.TICKS)).last().asString().contains(UNTIL_A_WHOLE_MINUTE.toString());
    }

    @Test
    void aFailedRunLeavesTheResultsOfTheOneBefore() throws Exception {
        Path previous = Files.createDirectories(output()).resolve("risk-scores.ndjson");
        Files.writeString(previous, "previous\n");
        StreamExecutionEnvironment environment = environment(false, 1);
        Configuration once = new Configuration();
        once.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        environment.configure(once);

        assertThatThrownBy(
                        () ->
                                run(
                                        environment,
                                        Optional.of(UNTIL),
                                        new Failure(false, Optional.of(START))))
                .hasStackTraceContaining("injected failure");

        assertThat(previous).hasContent("previous");
        try (Stream<Path> left = Files.list(output())) {
            assertThat(left).containsExactly(previous);
        }
    }

    @Test
    void refusesUnalignedCheckpointsUnderWhichTheEndMightBePassed() throws Exception {
        StreamExecutionEnvironment environment = environment(true, 1);
        environment.getCheckpointConfig().enableUnalignedCheckpoints(true);
        Prepared prepared = prepare(Optional.of(UNTIL), directory);

        assertThatThrownBy(() -> ReplaySource.add(environment, prepared))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("execution.checkpointing.unaligned");
    }

    @Test
    void anEmptyInputGivesNoResults() throws Exception {
        Files.writeString(input, "");

        Map<Topic, Long> written = run(environment(false, 1), Optional.empty(), noFailure());

        assertThat(written).isEmpty();
        assertThat(output()).isEmptyDirectory();
    }

    /** Which failures to inject. */
    private record Failure(boolean inTheMiddle, Optional<Instant> atTick) {}

    private static Failure noFailure() {
        return new Failure(false, Optional.empty());
    }

    private Map<Topic, Long> run(
            StreamExecutionEnvironment environment, Optional<Instant> until, Failure failure)
            throws Exception {
        try (ReplayOutput output = ReplayOutput.open(output())) {
            Prepared prepared = prepare(until, output.workDirectory());
            SingleOutputStreamOperator<SpooledLine> lines = ReplaySource.add(environment, prepared);
            if (failure.inTheMiddle()) {
                lines =
                        lines.map(new FailOnce(marker))
                                .returns(SpooledLineSerializer.TYPE)
                                .setParallelism(1)
                                .uid("fail-once");
            }
            lines.keyBy(line -> line.line() % KEYS, Types.LONG)
                    .process(new Echo(failure.atTick(), marker))
                    .returns(PulseTypes.EMISSION)
                    .uid("echo")
                    .sinkTo(output.sink())
                    .uid("results");
            environment.execute();
            return output.finish();
        }
    }

    private Prepared prepare(Optional<Instant> until, Path workDirectory) throws IOException {
        return new ReplayInput(new EventDecoder(), new InputOrder.ByTime(), until)
                .prepare(input, workDirectory, Progress.SILENT);
    }

    private static StreamExecutionEnvironment environment(boolean checkpoints, int parallelism) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        if (checkpoints) {
            configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
        }
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    }

    private Path output() {
        return directory.resolve("the output/of 100 % #1");
    }

    private List<String> results(Topic topic) throws IOException {
        return Files.readAllLines(output().resolve(topic.topicName() + ".ndjson"));
    }

    private static List<String> expectedLines() {
        List<Emission> lines = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            lines.add(Echo.lineEmission(line, START.plusSeconds(line - 1).toEpochMilli()));
        }
        return sortedJson(lines);
    }

    private static List<String> expectedTicks(Instant until) {
        List<Emission> ticks = new ArrayList<>();
        for (long key = 0; key < KEYS; key++) {
            long firstLine = key == 0 ? KEYS : key;
            long tick = Echo.firstTick(START.plusSeconds(firstLine - 1).toEpochMilli());
            while (tick <= until.toEpochMilli()) {
                ticks.add(Echo.tickEmission(key, tick));
                tick += Echo.TICK_MILLIS;
            }
        }
        return sortedJson(ticks);
    }

    private static List<String> sortedJson(List<Emission> emissions) {
        EventEncoder encoder = new EventEncoder();
        return emissions.stream()
                .map(Tombstone.class::cast)
                .sorted(Comparator.comparing(Tombstone::time).thenComparing(Tombstone::key))
                .map(tombstone -> new String(encoder.encode(tombstone), StandardCharsets.UTF_8))
                .toList();
    }
}
