package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EndOfHistoryTest {

    private static final Optional<Instant> AT_1000 = Optional.of(Instant.ofEpochMilli(1_000));

    @Test
    void passesWatermarksUpToTheEnd() throws Exception {
        assertThat(output(AT_1000, new Watermark(999), new Watermark(1_000)))
                .containsExactly(new Watermark(999), new Watermark(1_000));
    }

    @Test
    void holdsAWatermarkBeyondTheEndAtTheEnd() throws Exception {
        assertThat(output(AT_1000, new Watermark(1_001))).containsExactly(new Watermark(1_000));
    }

    @Test
    void turnsTheFinalWatermarkIntoTheEnd() throws Exception {
        assertThat(output(AT_1000, new Watermark(500), Watermark.MAX_WATERMARK))
                .containsExactly(new Watermark(500), new Watermark(1_000));
    }

    @Test
    void saysTheEndOnce() throws Exception {
        assertThat(output(AT_1000, new Watermark(1_000), Watermark.MAX_WATERMARK))
                .containsExactly(new Watermark(1_000));
    }

    @Test
    void passesNoWatermarkWhenTimeNeverBegins() throws Exception {
        assertThat(output(Optional.empty(), Watermark.MAX_WATERMARK)).isEmpty();
    }

    @Test
    void passesRecordsWithTheirTimestamps() throws Exception {
        StreamRecord<String> stamped = new StreamRecord<>("rejected", Long.MIN_VALUE);

        assertThat(output(AT_1000, stamped)).containsExactly(stamped);
    }

    @SuppressWarnings("try")
    private static List<Object> output(Optional<Instant> until, Object... input) throws Exception {
        try (OneInputStreamOperatorTestHarness<String, String> harness =
                new OneInputStreamOperatorTestHarness<>(EndOfHistory.at(until))) {
            harness.open();
            for (Object element : input) {
                if (element instanceof Watermark watermark) {
                    harness.processWatermark(watermark);
                } else {
                    @SuppressWarnings("unchecked")
                    StreamRecord<String> streamRecord = (StreamRecord<String>) element;
                    harness.processElement(streamRecord);
                }
            }
            return new ArrayList<>(harness.getOutput());
        }
    }
}
