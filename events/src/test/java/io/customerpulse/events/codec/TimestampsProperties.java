package io.customerpulse.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of reading timestamps. */
class TimestampsProperties {

    @Property
    void readsWhatJavaTimeWritesToTheMillisecond(
            @ForAll @LongRange(min = -62_167_000_000L, max = 253_402_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        String text =
                OffsetDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(offsetMinutes * 60))
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);

        assertThat(Instant.ofEpochMilli(Timestamps.epochMillis(text)))
                .isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    @Property
    void anyTextHasAnAnswer(@ForAll String text) {
        Timestamps.epochMillis(text);
        Timestamps.epochDay(text);
    }
}
