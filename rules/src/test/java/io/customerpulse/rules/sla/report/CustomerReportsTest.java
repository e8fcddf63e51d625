package io.customerpulse.rules.sla.report;

import static io.customerpulse.events.result.SlaTarget.FIRST_RESPONSE;
import static io.customerpulse.events.result.SlaTarget.RESOLUTION;
import static io.customerpulse.events.result.Tier.ENTERPRISE;
import static io.customerpulse.events.result.Tier.MID_MARKET;
import static io.customerpulse.events.result.Tier.STARTER;
import static io.customerpulse.rules.sla.Verdicts.CUSTOMER;
import static io.customerpulse.rules.sla.Verdicts.breached;
import static io.customerpulse.rules.sla.Verdicts.excluded;
import static io.customerpulse.rules.sla.Verdicts.met;
import static io.customerpulse.rules.sla.Verdicts.metAfterAll;
import static io.customerpulse.rules.sla.Verdicts.newYork;
import static io.customerpulse.rules.sla.Verdicts.overdue;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.SlaSignal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reports, sentence by sentence of {@code docs/sla-credits.md}. */
class CustomerReportsTest {

    private static final Instant BEGIN = newYork("2025-12-20T12:00");
    private static final Instant TENTH = newYork("2026-01-10T12:00");
    private static final Instant ELEVENTH = newYork("2026-01-11T12:00");
    private static final Instant FEBRUARY = newYork("2026-02-01T00:00");
    private static final Instant JANUARY_REPORT = newYork("2026-02-02T00:00");
    private static final Instant QUARTER_REPORT = newYork("2026-04-02T00:00");

    private static SlaSignal tier(Instant from, Tier tier) {
        return new SlaSignal.AccountChanged(CUSTOMER, from, tier, false);
    }

    @Test
    void aMonthIsReportedOnTheSecondOfTheNextAtMidnightInNewYork() {
        ReportHistory history =
                ReportHistory.of(tier(BEGIN, ENTERPRISE), met(TENTH, "T-1", RESOLUTION));

        assertThat(history.later(JANUARY_REPORT.minusMillis(1)).said()).isEmpty();
        assertThat(history.later(JANUARY_REPORT).reported())
                .containsOnlyKeys(Instant.parse("2026-02-02T05:00:00Z"));
        assertThat(history.said())
                .containsExactly(
                        "2026-01 ENTERPRISE: 1 tickets, 1 met, 0 breached, 0 excluded, 100.00 %");
    }

    @Test
    void aStarterIsReportedByTheQuarter() {
        ReportHistory history =
                ReportHistory.of(
                        tier(BEGIN, STARTER),
                        met(TENTH, "T-1", RESOLUTION),
                        breached(newYork("2026-03-31T23:59"), "T-2", RESOLUTION, STARTER));

        assertThat(history.later(QUARTER_REPORT.minusMillis(1)).said()).isEmpty();
        assertThat(history.later(QUARTER_REPORT).reported())
                .containsOnlyKeys(Instant.parse("2026-04-02T04:00:00Z"));
        assertThat(history.said())
                .containsExactly(
                        "2026-Q1 STARTER: 2 tickets, 1 met, 1 breached, 0 excluded, 50.00 %");
    }

    @Test
    void aCustomerWithoutAKnownTierIsAStarter() {
        assertThat(ReportHistory.of(met(TENTH, "T-1", RESOLUTION)).later(QUARTER_REPORT).said())
                .singleElement()
                .asString()
                .startsWith("2026-Q1 STARTER");
    }

    @Test
    void aVerdictBelongsToItsMonthInNewYork() {
        assertThat(
                        ReportHistory.of(
                                        tier(BEGIN, ENTERPRISE),
                                        met(
                                                Instant.parse("2026-02-01T04:59:59.999Z"),
                                                "T-1",
                                                RESOLUTION),
                                        breached(
                                                Instant.parse("2026-02-01T05:00:00Z"),
                                                "T-2",
                                                RESOLUTION,
                                                ENTERPRISE))
                                .later(QUARTER_REPORT)
                                .said())
                .containsExactly(
                        "2026-01 ENTERPRISE: 1 tickets, 1 met, 0 breached, 0 excluded, 100.00 %",
                        "2026-02 ENTERPRISE: 1 tickets, 0 met, 1 breached, 0 excluded, 0.00 %");
    }

    @Test
    void aMonthWithoutAVerdictIsNotReported() {
        assertThat(
                        ReportHistory.of(
                                        tier(BEGIN, ENTERPRISE),
                                        overdue(TENTH, "T-1", RESOLUTION),
                                        breached(
                                                TENTH,
                                                "T-1",
                                                RESOLUTION,
                                                ENTERPRISE,
                                                ClockKind.INTERNAL))
                                .later(QUARTER_REPORT)
                                .said())
                .isEmpty();
    }

    @Test
    void theTierOfThePeriodsLastInstantDecides() {
        assertThat(
                        ReportHistory.of(
                                        tier(BEGIN, STARTER),
                                        met(TENTH, "T-1", RESOLUTION),
                                        tier(FEBRUARY.minusMillis(1), MID_MARKET))
                                .later(JANUARY_REPORT)
                                .said())
                .singleElement()
                .asString()
                .startsWith("2026-01 MID_MARKET");
        assertThat(
                        ReportHistory.of(
                                        tier(BEGIN, STARTER),
                                        met(TENTH, "T-1", RESOLUTION),
                                        tier(FEBRUARY, MID_MARKET))
                                .later(JANUARY_REPORT)
                                .said())
                .isEmpty();
    }

    @Test
    void whoBecomesAStarterIsReportedOfTheWholeQuarter() {
        assertThat(
                        ReportHistory.of(
                                        tier(BEGIN, ENTERPRISE),
                                        met(TENTH, "T-1", RESOLUTION),
                                        tier(newYork("2026-02-20T12:00"), STARTER),
                                        breached(
                                                newYork("2026-02-21T12:00"),
                                                "T-2",
                                                RESOLUTION,
                                                STARTER))
                                .later(QUARTER_REPORT)
                                .said())
                .containsExactly(
                        "2026-01 ENTERPRISE: 1 tickets, 1 met, 0 breached, 0 excluded, 100.00 %",
                        "2026-Q1 STARTER: 2 tickets, 1 met, 1 breached, 0 excluded, 50.00 %");
    }

    @Test
    void aClockCountsByItsLastVerdictOfThePeriod() {
        SlaSignal.Verdict breach = breached(TENTH, "T-1", RESOLUTION, ENTERPRISE);
        assertThat(
                        ReportHistory.of(
                                        tier(BEGIN, ENTERPRISE),
                                        breach,
                                        excluded(
                                                FEBRUARY.minusMillis(1), "T-1", RESOLUTION, breach))
                                .later(JANUARY_REPORT)
                                .said())
                .containsExactly(
                        "2026-01 ENTERPRISE: 1 tickets, 0 met, 0 breached, 1 excluded,"
                                + " nothing decided");
    }

    @Test
    void whatIsSaidAfterThePeriodDoesNotChangeItsReport() {
        SlaSignal.Verdict breach = breached(TENTH, "T-1", RESOLUTION, ENTERPRISE);
        assertThat(
                        ReportHistory.of(
                                        tier(BEGIN, ENTERPRISE),
                                        breach,
                                        excluded(FEBRUARY, "T-1", RESOLUTION, breach))
                                .later(QUARTER_REPORT)
                                .said())
                .containsExactly(
                        "2026-01 ENTERPRISE: 1 tickets, 0 met, 1 breached, 0 excluded, 0.00 %",
                        "2026-02 ENTERPRISE: 1 tickets, 0 met, 0 breached, 1 excluded,"
                                + " nothing decided");
    }

    @Test
    void ofVerdictsOfOneInstantTheOneThatReplacesAnotherCounts() {
        SlaSignal.Verdict breach = breached(TENTH, "T-1", RESOLUTION, ENTERPRISE);
        SlaSignal.Verdict met = metAfterAll(TENTH, "T-1", RESOLUTION, breach);

        for (List<SlaSignal> order :
                List.of(List.<SlaSignal>of(breach, met), List.<SlaSignal>of(met, breach))) {
            assertThat(ReportHistory.of(order).later(QUARTER_REPORT).said())
                    .singleElement()
                    .asString()
                    .contains("1 met, 0 breached");
        }
    }

    @Test
    void theTargetsOfATicketAreSeveralClocksOfOneTicket() {
        assertThat(
                        ReportHistory.of(
                                        met(TENTH, "T-1", FIRST_RESPONSE),
                                        breached(ELEVENTH, "T-1", RESOLUTION, STARTER))
                                .later(QUARTER_REPORT)
                                .said())
                .containsExactly(
                        "2026-Q1 STARTER: 1 tickets, 1 met, 1 breached, 0 excluded, 50.00 %");
    }

    @Test
    void whatIsAchievedIsRoundedHalfUpToTwoDecimals() {
        assertThat(Achieved.percent(2, 1)).contains(new BigDecimal("66.67"));
        assertThat(Achieved.percent(1, 2)).contains(new BigDecimal("33.33"));
        assertThat(Achieved.percent(1, 799)).contains(new BigDecimal("0.13"));
        assertThat(Achieved.percent(1, 0)).contains(new BigDecimal("100.00"));
    }

    @Test
    void nothingIsAchievedWhereNothingWasDecided() {
        assertThat(Achieved.percent(0, 0)).isEqualTo(Optional.empty());
    }

    @Test
    void aReportSaysTheTargetAndTheMonthsCredit() {
        var report =
                ReportHistory.with(
                                Map.of(YearMonth.of(2026, 1), BigDecimal.valueOf(15)),
                                tier(BEGIN, ENTERPRISE),
                                breached(TENTH, "T-1", RESOLUTION, ENTERPRISE))
                        .later(JANUARY_REPORT)
                        .reported()
                        .get(JANUARY_REPORT);

        assertThat(report.targetPercent()).isEqualByComparingTo("99.5");
        assertThat(report.creditPercent()).contains(BigDecimal.valueOf(15));
    }

    @Test
    void aQuartersReportSaysTheCreditsOfItsMonthsTogether() {
        var report =
                ReportHistory.with(
                                Map.of(
                                        YearMonth.of(2025, 12), BigDecimal.valueOf(50),
                                        YearMonth.of(2026, 1), BigDecimal.valueOf(2),
                                        YearMonth.of(2026, 3), BigDecimal.valueOf(1),
                                        YearMonth.of(2026, 4), BigDecimal.valueOf(50)),
                                breached(TENTH, "T-1", RESOLUTION, STARTER))
                        .later(QUARTER_REPORT)
                        .reported()
                        .get(QUARTER_REPORT);

        assertThat(report.creditPercent()).contains(BigDecimal.valueOf(3));
    }

    @Test
    void whoLeftIsStillReportedAndThenForgotten() {
        ReportHistory history =
                ReportHistory.of(
                        tier(BEGIN, ENTERPRISE),
                        met(TENTH, "T-1", RESOLUTION),
                        new SlaSignal.AccountChanged(CUSTOMER, ELEVENTH, ENTERPRISE, true));

        assertThat(history.isEmpty()).isFalse();
        assertThat(history.later(QUARTER_REPORT).said()).hasSize(1);
        assertThat(history.isEmpty()).isTrue();
    }

    @Test
    void theVerdictsOfAQuarterAreForgottenOnceItIsReported() {
        ReportHistory history =
                ReportHistory.of(
                        Stream.concat(
                                        Stream.of(tier(BEGIN, ENTERPRISE)),
                                        IntStream.range(0, 50)
                                                .mapToObj(i -> met(TENTH, "T-" + i, RESOLUTION)))
                                .toList());
        history.later(QUARTER_REPORT);

        assertThat(history.said()).hasSize(1);
        assertThat(history.later(newYork("2027-01-02T00:00")).said())
                .as("nothing of it is reported again")
                .hasSize(1);
    }
}
