package io.customerpulse.rules.sla.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TierReportsTest {

    @Test
    void aTiersReportIsTheSumOfItsCustomersWithoutCredit() {
        assertThat(
                        TierReports.of(
                                List.of(
                                        customer(Tier.ENTERPRISE, "2026-01", 2, 3, 1, 0),
                                        customer(Tier.ENTERPRISE, "2026-01", 1, 0, 1, 4))))
                .containsExactly(
                        new SlaResult.Reported(
                                Tier.ENTERPRISE,
                                "2026-01",
                                3,
                                3,
                                2,
                                4,
                                Optional.of(new BigDecimal("60.00")),
                                new BigDecimal("99.5"),
                                Optional.empty(),
                                "1"));
    }

    @Test
    void aTierOfWhichNothingWasDecidedAchievedNothing() {
        assertThat(TierReports.of(List.of(customer(Tier.STARTER, "2026-Q1", 1, 0, 0, 1))))
                .singleElement()
                .extracting(SlaResult.Reported::achievedPercent)
                .isEqualTo(Optional.empty());
    }

    @Test
    void periodsOfOneInstantAreReportedApart() {
        assertThat(
                        TierReports.of(
                                List.of(
                                        customer(Tier.STARTER, "2026-Q1", 1, 1, 0, 0),
                                        customer(Tier.STARTER, "2026-03", 1, 1, 0, 0))))
                .extracting(SlaResult.Reported::period)
                .containsExactly("2026-03", "2026-Q1");
    }

    @Test
    void withoutCustomersThereIsNoReport() {
        assertThat(TierReports.of(List.of())).isEmpty();
    }

    @Test
    void aTiersReportHasTheTierAsItsSubject() {
        assertThat(TierReports.subject(Tier.ENTERPRISE)).isEqualTo("tier:ENTERPRISE");
    }

    private static SlaResult.Reported customer(
            Tier tier, String period, int tickets, int met, int breached, int excluded) {
        return new SlaResult.Reported(
                tier,
                period,
                tickets,
                met,
                breached,
                excluded,
                Achieved.percent(met, breached),
                new BigDecimal("99.5"),
                Optional.of(BigDecimal.TEN),
                "1");
    }
}
