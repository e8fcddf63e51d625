package io.customerpulse.rules.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCalendarTest {

    private final UsageCalendar calendar = new UsageCalendar(Duration.ofHours(6));

    @Test
    void aDayIsCompleteAtSixTheNextMorning() {
        assertThat(calendar.completion(day("2026-01-05"))).isEqualTo("2026-01-06T06:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T05:59:59.999Z, 2026-01-04",
        "2026-01-06T06:00:00Z,     2026-01-05",
        "1969-12-31T06:00:00Z,     1969-12-30"
    })
    void theLastCompleteDay(Instant at, String day) {
        assertThat(calendar.lastCompleteDay(at)).isEqualTo(day(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T00:00:00Z,     2026-01-06",
        "2026-01-06T23:59:59.999Z, 2026-01-06",
        "1969-12-31T12:00:00Z,     1969-12-31"
    })
    void theDayOfAnInstant(Instant at, String day) {
        assertThat(UsageCalendar.dayOf(at)).isEqualTo(day(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T00:00:00Z,     2026-01-06",
        "2026-01-06T00:00:00.001Z, 2026-01-07",
        "1969-12-31T12:00:00Z,     1970-01-01"
    })
    void theFirstDayThatBeginsAtOrAfterAnInstant(Instant at, String day) {
        assertThat(UsageCalendar.firstDayFrom(at)).isEqualTo(day(day));
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }
}
