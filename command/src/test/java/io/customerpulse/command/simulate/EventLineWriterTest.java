package io.customerpulse.command.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.UsageFact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way of writing usage gives the bytes of the encoder. */
class EventLineWriterTest {

    private static final LocalDate DAY = LocalDate.parse("2025-02-28");
    private static final Fact FULL =
            new UsageFact.Recorded(
                    DAY,
                    1204,
                    OptionalInt.of(2000),
                    List.of("api", "boards"),
                    OptionalInt.of(0),
                    OptionalInt.of(7));

    @Test
    void writesUsageOfADay() throws IOException {
        assertThat(written("2025-03-01T02:00:00.120Z", FULL))
                .isEqualTo(encoded("2025-03-01T02:00:00.120Z", FULL));
    }

    @Test
    void leavesOutWhatIsNotKnownOfADay() throws IOException {
        Fact fact =
                new UsageFact.Recorded(
                        DAY,
                        0,
                        OptionalInt.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty());

        assertThat(written("2025-03-01T02:00:00Z", fact))
                .isEqualTo(encoded("2025-03-01T02:00:00Z", fact));
    }

    @Test
    void writesASingleAction() throws IOException {
        Fact fact = new UsageFact.FeatureUsed("c-0001-u-7", "search");

        assertThat(written("2025-03-01T23:59:59.009Z", fact))
                .isEqualTo(encoded("2025-03-01T23:59:59.009Z", fact));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00Z",
                "2024-02-29T12:05:09.100Z",
                "2025-12-31T23:59:59.999Z"
            })
    void writesTimesLikeTheEncoder(String time) throws IOException {
        assertThat(written(time, FULL)).isEqualTo(encoded(time, FULL));
    }

    @Test
    void keepsTheOrderOfUsageAndOtherEvents() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        EventLineWriter writer = new EventLineWriter(lines);
        Fact other = new ContractFact.Settled();
        StringBuilder expected = new StringBuilder();
        String time = "2025-03-01T02:00:00.120Z";

        for (Fact fact : List.of(FULL, other, FULL, FULL, other)) {
            writer.write("id", Optional.of("c-0001"), Instant.parse(time).toEpochMilli(), fact);
            expected.append(encoded(time, fact));
        }
        writer.flush();

        assertThat(lines.toString(UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void writesMoreThanItsBufferHolds() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        EventLineWriter writer = new EventLineWriter(lines);
        String time = "2025-03-01T02:00:00.120Z";

        for (int i = 0; i < 2_000; i++) {
            writer.write("id", Optional.of("c-0001"), Instant.parse(time).toEpochMilli(), FULL);
        }
        writer.flush();

        assertThat(lines.toString(UTF_8))
                .isEqualTo(String.join("", Collections.nCopies(2_000, encoded(time, FULL))));
    }

    private static String written(String time, Fact fact) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        EventLineWriter writer = new EventLineWriter(lines);
        writer.write("id", Optional.of("c-0001"), Instant.parse(time).toEpochMilli(), fact);
        writer.flush();
        return lines.toString(UTF_8);
    }

    private static String encoded(String time, Fact fact) {
        InputEvent event =
                new InputEvent(
                        Names.SOURCE, "id", Instant.parse(time), Optional.of("c-0001"), fact);
        return new String(new EventEncoder().encode(event), UTF_8) + "\n";
    }
}
