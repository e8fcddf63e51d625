package io.customerpulse.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.FlagResult;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.serialization.SignalSerializer;
import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job goes on from a savepoint with open matches after the row they belong to was edited: what
 * the old pattern remembered is gone, flags are as they were, and the new numbers hold.
 */
@Timeout(120)
class EditedRowTest {

    /** What the running job said, as {@code flag.raised downtime since ...}. */
    private static final BlockingQueue<String> SAID = new LinkedBlockingQueue<>();

    private static final String EDIT =
            "{flags: {flags: {repeated-poor-csat: {times: 4, within: P60D}}}}";

    @Test
    void aSavepointWithOpenMatchesRestoresUnderFourAnswersWithinSixtyDays(@TempDir Path folder)
            throws Exception {
        Policies three = ShippedPolicies.POLICIES;
        Policies four =
                ShippedPolicies.with(EDIT, Files.createDirectory(folder.resolve("policies")));
        assertThat(four.flags().repeatedPoorCsat().times()).isEqualTo(4);

        JobClient job =
                start(
                        three,
                        Optional.empty(),
                        poor(1),
                        poor(2),
                        holds("sponsor-left", 3),
                        later(4));
        assertThat(next()).isEqualTo("flag.raised sponsor-left since " + day(3));
        String savepoint =
                job.stopWithSavepoint(
                                false,
                                folder.resolve("savepoints").toUri().toString(),
                                SavepointFormatType.CANONICAL)
                        .get(60, TimeUnit.SECONDS);

        job =
                start(
                        four,
                        Optional.of(savepoint),
                        poor(5),
                        new Signal.ConditionEnded("acme", day(6), "sponsor-left"),
                        poor(7),
                        poor(8),
                        holds("repeated-poor-csat", 9),
                        poor(9),
                        later(10));

        assertThat(next()).isEqualTo("flag.cleared sponsor-left since " + day(3));
        assertThat(next()).isEqualTo("flag.raised repeated-poor-csat since " + day(9));
        job.cancel().get(60, TimeUnit.SECONDS);
    }

    private static Instant day(int day) {
        return Instant.parse("2026-03-01T12:00:00Z").plusSeconds(86_400L * day);
    }

    private static Signal poor(int day) {
        return new Signal.AnswerRated("acme", day(day), 1, "/s#" + day);
    }

    private static Signal holds(String flag, int day) {
        return new Signal.ConditionHolds(
                "acme", day(day), flag, true, List.of("/s#" + day), Optional.empty());
    }

    /** Moves event time on. */
    private static Signal later(int day) {
        return new Signal.AnswerRated("globex", day(day), 5, "/s#later");
    }

    private static String next() throws InterruptedException {
        return SAID.poll(60, TimeUnit.SECONDS);
    }

    private static JobClient start(Policies policies, Optional<String> from, Signal... signals)
            throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, settings(from));
        DataStream<Signal> stream =
                environment
                        .fromSequence(0, Long.MAX_VALUE)
                        .uid("numbers")
                        .flatMap(new Script(List.of(signals)))
                        .returns(PulseTypes.SIGNAL)
                        .uid("script")
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<Signal>forMonotonousTimestamps()
                                        .withTimestampAssigner(
                                                (signal, t) -> signal.time().toEpochMilli()))
                        .uid("times");
        FlagTopology.Flags flags = new FlagTopology(policies).define(stream);
        flags.results()
                .filter(EditedRowTest::note)
                .uid("note")
                .sinkTo(new DiscardingSink<>())
                .uid("results");
        flags.factors().sinkTo(new DiscardingSink<>()).uid("factors");
        return environment.executeAsync();
    }

    private static boolean note(Emission emission) {
        FlagResult result = (FlagResult) ((OutputEvent) emission).result();
        Instant since =
                result instanceof FlagResult.Raised raised
                        ? raised.since()
                        : ((FlagResult.Cleared) result).since();
        return SAID.add(result.type().typeName() + " " + result.flag() + " since " + since);
    }

    private static Configuration settings(Optional<String> savepoint) {
        Configuration settings = new Configuration();
        settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        savepoint.ifPresent(
                path -> {
                    settings.set(StateRecoveryOptions.SAVEPOINT_PATH, path);
                    settings.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
                });
        return settings;
    }

    /**
     * Holds signals as bytes, since they are not Java-serializable. Emits its signals, one for each
     * of the first numbers, and lets the others pass.
     */
    private static final class Script implements FlatMapFunction<Long, Signal> {

        private static final long serialVersionUID = 1L;

        private final byte[] signals;
        private transient DataInputDeserializer left;

        Script(List<Signal> signals) throws IOException {
            DataOutputSerializer out = new DataOutputSerializer(64);
            for (Signal signal : signals) {
                SignalSerializer.INSTANCE.serialize(signal, out);
            }
            this.signals = out.getCopyOfBuffer();
        }

        @Override
        public void flatMap(Long number, Collector<Signal> out) throws IOException {
            if (left == null) {
                left = new DataInputDeserializer(signals);
            }
            if (left.available() > 0) {
                out.collect(SignalSerializer.INSTANCE.deserialize(left));
            }
        }
    }
}
