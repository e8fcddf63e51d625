package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cell of the shipped tables. */
class TargetTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
100000 | P0 | FIRST_RESPONSE PT30M always, RESOLUTION PT24H always, WORKAROUND PT4H always
100000 | P1 | FIRST_RESPONSE PT2H business, RESOLUTION PT24H always
100000 | P2 | FIRST_RESPONSE PT4H business, RESOLUTION PT48H always
100000 | P3 | FIRST_RESPONSE PT8H business, RESOLUTION PT45H business
99999.99 | P0 | FIRST_RESPONSE PT1H business, WORKAROUND PT8H always
25000 | P0 | FIRST_RESPONSE PT1H business, WORKAROUND PT8H always
25000 | P1 | FIRST_RESPONSE PT4H business, RESOLUTION PT18H business
25000 | P2 | FIRST_RESPONSE PT8H business, RESOLUTION PT27H business
25000 | P3 | FIRST_RESPONSE PT9H business, RESOLUTION PT63H business
24999.99 | P0 | FIRST_RESPONSE PT4H business, RESOLUTION PT18H business
0 | P1 | FIRST_RESPONSE PT8H business, RESOLUTION PT27H business
0 | P2 | FIRST_RESPONSE PT9H business, RESOLUTION PT45H business
0 | P3 | FIRST_RESPONSE PT18H business, RESOLUTION PT90H business
""")
    void theContractPromises(String contractValue, Severity severity, String targets) {
        assertThat(
                        started(contractValue, "2026-01-12 10:00", severity, Optional.empty())
                                .filter(reading -> reading.clock() == ClockKind.CONTRACT)
                                .map(TargetTableTest::target))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(targets.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({
        "100000, P1, 2026-01-12 20:00, PT4H always",
        "100000, P1, 2026-01-13 08:00, PT2H business",
        "25000, P0, 2026-01-12 20:00, PT4H always",
        "25000, P0, 2026-01-13 08:59, PT4H always",
    })
    void theContractPromisesOutsideBusinessHours(
            String contractValue, Severity severity, String opened, String target) {
        assertThat(
                        started(contractValue, opened, severity, Optional.empty())
                                .filter(reading -> reading.clock() == ClockKind.CONTRACT)
                                .map(TargetTableTest::target))
                .contains("FIRST_RESPONSE " + target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
P0 | | FIRST_RESPONSE PT30M always SEVERITY, RESOLUTION PT24H always SEVERITY
P1 | | FIRST_RESPONSE PT2H always SEVERITY, RESOLUTION PT24H always SEVERITY
P2 | | FIRST_RESPONSE PT4H always SEVERITY, RESOLUTION PT48H always SEVERITY
P3 | | FIRST_RESPONSE PT8H business SEVERITY, RESOLUTION PT45H business SEVERITY
P2 | TECHNICAL | FIRST_RESPONSE PT4H always SEVERITY, RESOLUTION PT24H always GROUP
P3 | TECHNICAL | FIRST_RESPONSE PT4H always GROUP, RESOLUTION PT24H always GROUP
P3 | IMPLEMENTATION | FIRST_RESPONSE PT2H always GROUP, RESOLUTION PT48H always GROUP
P3 | BILLING | FIRST_RESPONSE PT8H business SEVERITY, RESOLUTION PT45H business SEVERITY
P0 | ESCALATION | FIRST_RESPONSE PT30M always SEVERITY, RESOLUTION PT24H always SEVERITY
""")
    void theTeamPromisesItself(Severity severity, TicketGroup group, String targets) {
        assertThat(
                        started("0", "2026-01-12 10:00", severity, Optional.ofNullable(group))
                                .filter(reading -> reading.clock() == ClockKind.INTERNAL)
                                .map(reading -> target(reading) + " " + reading.source()))
                .containsExactlyInAnyOrderElementsOf(List.of(targets.split(", ")));
    }

    private static Stream<ClockReading> started(
            String contractValue, String opened, Severity severity, Optional<TicketGroup> group) {
        return TicketStory.begin()
                .contractValue("2026-01-01 00:00", contractValue)
                .opened(opened, severity, group, false)
                .published(opened)
                .stream()
                .map(event -> ToldLine.reading((SlaResult) event.result()));
    }

    private static String target(ClockReading reading) {
        return "%s %s %s".formatted(reading.target(), reading.targetDuration(), reading.calendar());
    }
}
