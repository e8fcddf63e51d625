package io.customerpulse.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timestamps people really send; those refused are in {@code rejected.ndjson}. */
class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T14:00:00Z,          2026-01-05T14:00:00Z",
        "2026-01-05t14:00:00z,          2026-01-05T14:00:00Z",
        "2026-01-05T14:00:00+01:00,     2026-01-05T13:00:00Z",
        "2026-01-05T14:00:00-05:30,     2026-01-05T19:30:00Z",
        "2026-01-05T14:00:00-00:00,     2026-01-05T14:00:00Z",
        "2026-01-05T00:00:00+23:59,     2026-01-04T00:01:00Z",
        "2026-01-05T14:00:00.1Z,        2026-01-05T14:00:00.100Z",
        "2026-01-05T14:00:00.12Z,       2026-01-05T14:00:00.120Z",
        "2026-01-05T14:00:00.1239999Z,  2026-01-05T14:00:00.123Z",
        "2026-01-05T23:59:59.9999999999999999999999Z, 2026-01-05T23:59:59.999Z",
        "1969-12-31T23:59:59.9999Z,     1969-12-31T23:59:59.999Z",
        "2026-01-05,                    2026-01-05T00:00:00Z",
        "2024-02-29,                    2024-02-29T00:00:00Z",
        "2000-02-29T00:00:00Z,          2000-02-29T00:00:00Z",
        "2016-12-31T23:59:60Z,          2016-12-31T23:59:59Z",
        "2016-12-31T18:59:60.5-05:00,   2016-12-31T23:59:59.500Z",
        "0000-01-01T00:00:00Z,          0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z,      9999-12-31T23:59:59.999Z"
    })
    void meansThisInstant(String text, Instant instant) {
        assertThat(Instant.ofEpochMilli(Timestamps.epochMillis(text))).isEqualTo(instant);
    }
}
