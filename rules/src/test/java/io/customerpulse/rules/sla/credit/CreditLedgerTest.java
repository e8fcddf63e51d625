package io.customerpulse.rules.sla.credit;

import static io.customerpulse.events.result.SlaTarget.FIRST_RESPONSE;
import static io.customerpulse.events.result.SlaTarget.RESOLUTION;
import static io.customerpulse.events.result.SlaTarget.WORKAROUND;
import static io.customerpulse.events.result.Tier.ENTERPRISE;
import static io.customerpulse.events.result.Tier.MID_MARKET;
import static io.customerpulse.events.result.Tier.STARTER;
import static io.customerpulse.rules.sla.Verdicts.CUSTOMER;
import static io.customerpulse.rules.sla.Verdicts.breached;
import static io.customerpulse.rules.sla.Verdicts.breachedAfterAll;
import static io.customerpulse.rules.sla.Verdicts.excluded;
import static io.customerpulse.rules.sla.Verdicts.met;
import static io.customerpulse.rules.sla.Verdicts.metAfterAll;
import static io.customerpulse.rules.sla.Verdicts.newYork;
import static io.customerpulse.rules.sla.Verdicts.overdue;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.SlaSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credits, sentence by sentence of {@code docs/sla-credits.md}. */
class CreditLedgerTest {

    private static final Instant TENTH = newYork("2026-01-10T12:00");
    private static final Instant ELEVENTH = newYork("2026-01-11T12:00");
    private static final Instant TWELFTH = newYork("2026-01-12T12:00");
    private static final Instant FEBRUARY = newYork("2026-02-01T00:00");

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, FIRST_RESPONSE, 5",
        "ENTERPRISE, RESOLUTION, 10",
        "ENTERPRISE, WORKAROUND, 10",
        "MID_MARKET, FIRST_RESPONSE, 3",
        "MID_MARKET, RESOLUTION, 5",
        "MID_MARKET, WORKAROUND, 5",
        "STARTER, FIRST_RESPONSE, 1",
        "STARTER, RESOLUTION, 2"
    })
    void aMissAccruesWhatTheTierIsOwed(Tier tier, SlaTarget target, int percent) {
        assertThat(AccountHistory.of(breached(TENTH, "T-1", target, tier)).said())
                .containsExactly(
                        "ACCRUED MISSED T-1 %s 2026-01 %d (+%d)"
                                .formatted(target, percent, percent));
    }

    @Test
    void anInternalClockEarnsNoCredit() {
        assertThat(
                        AccountHistory.of(
                                        breached(
                                                TENTH,
                                                "T-1",
                                                RESOLUTION,
                                                ENTERPRISE,
                                                ClockKind.INTERNAL))
                                .later(FEBRUARY)
                                .said())
                .isEmpty();
    }

    @Test
    void aClockThatWasMetEarnsNoCredit() {
        assertThat(AccountHistory.of(met(TENTH, "T-1", RESOLUTION)).later(FEBRUARY).said())
                .isEmpty();
    }

    @Test
    void theResponseAndTheResolutionOfATicketAreTwoMisses() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", FIRST_RESPONSE, STARTER),
                                        breached(ELEVENTH, "T-1", RESOLUTION, STARTER))
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 FIRST_RESPONSE 2026-01 1 (+1)",
                        "ACCRUED MISSED T-1 RESOLUTION 2026-01 3 (+2)");
    }

    @Test
    void theWorkaroundAndTheResolutionOfATicketAreOneMiss() {
        AccountHistory history =
                AccountHistory.of(
                        breached(TENTH, "T-1", WORKAROUND, ENTERPRISE),
                        breached(ELEVENTH, "T-1", RESOLUTION, ENTERPRISE));

        assertThat(history.said())
                .containsExactly("ACCRUED MISSED T-1 WORKAROUND 2026-01 10 (+10)");
        assertThat(history.repeated()).isEmpty();
    }

    @Test
    void theWorkaroundsAndResolutionsOfTwoTicketsAreTwoMisses() {
        AccountHistory history =
                AccountHistory.of(
                        breached(TENTH, "T-1", WORKAROUND, MID_MARKET),
                        breached(ELEVENTH, "T-2", RESOLUTION, MID_MARKET));

        assertThat(history.said())
                .containsExactly(
                        "ACCRUED MISSED T-1 WORKAROUND 2026-01 5 (+5)",
                        "ACCRUED MISSED T-2 RESOLUTION 2026-01 10 (+5)");
        assertThat(history.repeated()).containsExactly("2026-01");
    }

    @Test
    void aMissOfWorkaroundAndResolutionBelongsToTheMonthOfTheEarlier() {
        assertThat(
                        AccountHistory.of(
                                        breached(
                                                FEBRUARY.minusMillis(1),
                                                "T-1",
                                                WORKAROUND,
                                                ENTERPRISE),
                                        breached(
                                                FEBRUARY.plusSeconds(1),
                                                "T-1",
                                                RESOLUTION,
                                                ENTERPRISE))
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 WORKAROUND 2026-01 10 (+10)",
                        "ISSUED MONTH_CLOSED T-1 WORKAROUND 2026-01 10 (+0)");
    }

    @Test
    void aMissBelongsToItsMonthInNewYork() {
        assertThat(
                        AccountHistory.of(
                                        breached(
                                                Instant.parse("2026-02-01T04:59:59.999Z"),
                                                "T-1",
                                                RESOLUTION,
                                                STARTER),
                                        breached(
                                                Instant.parse("2026-02-01T05:00:00Z"),
                                                "T-2",
                                                RESOLUTION,
                                                STARTER))
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 RESOLUTION 2026-01 2 (+2)",
                        "ACCRUED MISSED T-2 RESOLUTION 2026-02 2 (+2)",
                        "ISSUED MONTH_CLOSED T-1 RESOLUTION 2026-01 2 (+0)");
    }

    @Test
    void twoMissesOfAMonthGiveAtLeastTheRepeatCredit() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", FIRST_RESPONSE, ENTERPRISE),
                                        breached(ELEVENTH, "T-2", FIRST_RESPONSE, ENTERPRISE))
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 FIRST_RESPONSE 2026-01 5 (+5)",
                        "ACCRUED MISSED T-2 FIRST_RESPONSE 2026-01 15 (+10)");
    }

    @Test
    void aMissThatOnlyReachesTheRepeatCreditAddsNothing() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", FIRST_RESPONSE, ENTERPRISE),
                                        breached(ELEVENTH, "T-2", FIRST_RESPONSE, ENTERPRISE),
                                        breached(TWELFTH, "T-3", FIRST_RESPONSE, ENTERPRISE))
                                .said())
                .last()
                .isEqualTo("ACCRUED MISSED T-3 FIRST_RESPONSE 2026-01 15 (+0)");
    }

    @Test
    void theSumCountsWhereItIsMoreThanTheRepeatCredit() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", RESOLUTION, ENTERPRISE),
                                        breached(ELEVENTH, "T-2", RESOLUTION, ENTERPRISE))
                                .said())
                .last()
                .isEqualTo("ACCRUED MISSED T-2 RESOLUTION 2026-01 20 (+10)");
    }

    @Test
    void missesOfTwoMonthsAreNotRepeated() {
        AccountHistory history =
                AccountHistory.of(
                        breached(FEBRUARY.minusMillis(1), "T-1", FIRST_RESPONSE, ENTERPRISE),
                        breached(FEBRUARY, "T-2", FIRST_RESPONSE, ENTERPRISE));

        assertThat(history.percent("2026-01")).isEqualByComparingTo("5");
        assertThat(history.percent("2026-02")).isEqualByComparingTo("5");
        assertThat(history.repeated()).isEmpty();
    }

    @Test
    void withoutWhatThePatternFoundThereIsNoRepeatCredit() {
        assertThat(
                        AccountHistory.withoutPatterns(
                                        breached(TENTH, "T-1", FIRST_RESPONSE, ENTERPRISE),
                                        breached(ELEVENTH, "T-2", FIRST_RESPONSE, ENTERPRISE))
                                .percent("2026-01"))
                .isEqualByComparingTo("10");
    }

    @Test
    void aStarterIsPromisedNothingForRepeatedMisses() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", FIRST_RESPONSE, STARTER),
                                        breached(ELEVENTH, "T-2", FIRST_RESPONSE, STARTER))
                                .percent("2026-01"))
                .isEqualByComparingTo("2");
    }

    @Test
    void aSingleCreditIsThatOfTheTierAtTheBreachAndTheRepeatCreditThatOfTheLatestMiss() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", FIRST_RESPONSE, MID_MARKET),
                                        breached(ELEVENTH, "T-2", FIRST_RESPONSE, ENTERPRISE))
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 FIRST_RESPONSE 2026-01 3 (+3)",
                        "ACCRUED MISSED T-2 FIRST_RESPONSE 2026-01 15 (+12)");
    }

    /** By the letter: the latest miss was a STARTER's, who is promised nothing for repeats. */
    @Test
    void aLatestMissInALowerTierTakesTheRepeatCreditBack() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", FIRST_RESPONSE, ENTERPRISE),
                                        breached(ELEVENTH, "T-2", FIRST_RESPONSE, ENTERPRISE),
                                        breached(TWELFTH, "T-3", FIRST_RESPONSE, STARTER))
                                .said())
                .last()
                .isEqualTo("ACCRUED MISSED T-3 FIRST_RESPONSE 2026-01 11 (-4)");
    }

    @Test
    void aMonthsCreditIsAtMostTheMonthlyFee() {
        List<SlaSignal> misses = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            misses.add(breached(TENTH.plusSeconds(i), "T-" + i, RESOLUTION, ENTERPRISE));
        }

        assertThat(AccountHistory.of(misses.subList(0, 10)).percent("2026-01"))
                .isEqualByComparingTo("100");
        assertThat(AccountHistory.of(misses).said())
                .last()
                .isEqualTo("ACCRUED MISSED T-10 RESOLUTION 2026-01 100 (+0)");
    }

    @Test
    void aCreditIsIssuedWhenTheMonthIsOver() {
        AccountHistory history = AccountHistory.of(breached(TENTH, "T-1", RESOLUTION, ENTERPRISE));

        assertThat(history.later(FEBRUARY.minusMillis(1)).said()).hasSize(1);
        assertThat(history.later(FEBRUARY).said())
                .last()
                .isEqualTo("ISSUED MONTH_CLOSED T-1 RESOLUTION 2026-01 10 (+0)");
    }

    @Test
    void aCreditIsIssuedAtTwiceTheTargetIfThatIsEarlier() {
        AccountHistory history =
                AccountHistory.of(
                        breached(TENTH, "T-1", RESOLUTION, ENTERPRISE),
                        overdue(ELEVENTH, "T-1", RESOLUTION));

        assertThat(history.said())
                .last()
                .isEqualTo("ISSUED TWICE_TARGET T-1 RESOLUTION 2026-01 10 (+0)");
        assertThat(history.later(FEBRUARY).said()).hasSize(2);
    }

    @Test
    void twiceTheTargetAfterTheMonthIssuesNothingAgain() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", RESOLUTION, ENTERPRISE),
                                        overdue(FEBRUARY.plusMillis(1), "T-1", RESOLUTION))
                                .said())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("ISSUED MONTH_CLOSED");
    }

    @Test
    void twiceTheTargetOfAnInternalClockIssuesNothing() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", RESOLUTION, ENTERPRISE),
                                        overdue(ELEVENTH, "T-1", RESOLUTION, ClockKind.INTERNAL))
                                .said())
                .hasSize(1);
    }

    @Test
    void twiceTheTargetOfTheResponseDoesNotIssueTheResolution() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", RESOLUTION, ENTERPRISE),
                                        overdue(ELEVENTH, "T-1", FIRST_RESPONSE))
                                .said())
                .hasSize(1);
    }

    @Test
    void ofWorkaroundAndResolutionIssuesWhicheverReachesTwiceItsTargetFirst() {
        AccountHistory history =
                AccountHistory.of(
                        breached(TENTH, "T-1", WORKAROUND, ENTERPRISE),
                        breached(ELEVENTH, "T-1", RESOLUTION, ENTERPRISE),
                        overdue(TWELFTH, "T-1", RESOLUTION),
                        overdue(TWELFTH.plusSeconds(1), "T-1", WORKAROUND));

        assertThat(history.said())
                .containsExactly(
                        "ACCRUED MISSED T-1 WORKAROUND 2026-01 10 (+10)",
                        "ISSUED TWICE_TARGET T-1 WORKAROUND 2026-01 10 (+0)");
    }

    @Test
    void anExclusionAfterTheBreachTakesTheCreditBack() {
        SlaSignal.Verdict breach = breached(TENTH, "T-1", RESOLUTION, ENTERPRISE);
        AccountHistory history =
                AccountHistory.of(breach, excluded(ELEVENTH, "T-1", RESOLUTION, breach));

        assertThat(history.said())
                .last()
                .isEqualTo("REVERSED EXCLUDED T-1 RESOLUTION 2026-01 0 (-10)");
        assertThat(history.credits().get(1).reverses()).contains(breach.id());
        assertThat(history.later(FEBRUARY).said()).as("nothing left to issue").hasSize(2);
        assertThat(history.isEmpty()).isTrue();
    }

    @Test
    void whatIsTakenBackIsTheRecomputedDifference() {
        SlaSignal.Verdict first = breached(TENTH, "T-1", FIRST_RESPONSE, ENTERPRISE);
        assertThat(
                        AccountHistory.of(
                                        first,
                                        breached(ELEVENTH, "T-2", FIRST_RESPONSE, ENTERPRISE),
                                        excluded(TWELFTH, "T-1", FIRST_RESPONSE, first))
                                .said())
                .last()
                .isEqualTo("REVERSED EXCLUDED T-1 FIRST_RESPONSE 2026-01 5 (-10)");
    }

    @Test
    void aThirdMissMakesRepeatsOfTheTwoThatAreLeft() {
        SlaSignal.Verdict first = breached(TENTH, "T-1", FIRST_RESPONSE, ENTERPRISE);
        assertThat(
                        AccountHistory.of(
                                        first,
                                        breached(ELEVENTH, "T-2", FIRST_RESPONSE, ENTERPRISE),
                                        excluded(TWELFTH, "T-1", FIRST_RESPONSE, first),
                                        breached(
                                                TWELFTH.plusSeconds(1),
                                                "T-3",
                                                FIRST_RESPONSE,
                                                ENTERPRISE))
                                .said())
                .last()
                .isEqualTo("ACCRUED MISSED T-3 FIRST_RESPONSE 2026-01 15 (+10)");
    }

    @Test
    void anIssuedCreditIsTakenBackToo() {
        SlaSignal.Verdict breach = breached(TENTH, "T-1", RESOLUTION, ENTERPRISE);
        assertThat(
                        AccountHistory.of(
                                        breach,
                                        excluded(
                                                FEBRUARY.plusSeconds(1), "T-1", RESOLUTION, breach))
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 RESOLUTION 2026-01 10 (+10)",
                        "ISSUED MONTH_CLOSED T-1 RESOLUTION 2026-01 10 (+0)",
                        "REVERSED EXCLUDED T-1 RESOLUTION 2026-01 0 (-10)");
    }

    @Test
    void anExclusionOfTheInstantTheMonthIsOverComesBeforeTheIssue() {
        SlaSignal.Verdict breach = breached(TENTH, "T-1", RESOLUTION, ENTERPRISE);
        assertThat(AccountHistory.of(breach, excluded(FEBRUARY, "T-1", RESOLUTION, breach)).said())
                .last()
                .isEqualTo("REVERSED EXCLUDED T-1 RESOLUTION 2026-01 0 (-10)");
    }

    @Test
    void theExclusionOfATicketTakesItsWorkaroundAndResolutionBackOnce() {
        SlaSignal.Verdict workaround = breached(TENTH, "T-1", WORKAROUND, ENTERPRISE);
        SlaSignal.Verdict resolution = breached(ELEVENTH, "T-1", RESOLUTION, ENTERPRISE);
        assertThat(
                        AccountHistory.of(
                                        workaround,
                                        resolution,
                                        excluded(TWELFTH, "T-1", WORKAROUND, workaround),
                                        excluded(TWELFTH, "T-1", RESOLUTION, resolution))
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 WORKAROUND 2026-01 10 (+10)",
                        "REVERSED EXCLUDED T-1 WORKAROUND 2026-01 0 (-10)");
    }

    @Test
    void anExclusionOfAClockThatRanTakesNothingBack() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", FIRST_RESPONSE, ENTERPRISE),
                                        excluded(ELEVENTH, "T-1", RESOLUTION))
                                .said())
                .hasSize(1);
    }

    @Test
    void aBreachThatALateEventTurnsIntoAMetTargetIsTakenBack() {
        SlaSignal.Verdict breach = breached(TENTH, "T-1", RESOLUTION, ENTERPRISE);
        assertThat(
                        AccountHistory.of(breach, metAfterAll(ELEVENTH, "T-1", RESOLUTION, breach))
                                .said())
                .last()
                .isEqualTo("REVERSED MISSED T-1 RESOLUTION 2026-01 0 (-10)");
    }

    @Test
    void aWorkaroundThatWasGivenAfterAllLeavesTheMissToTheResolution() {
        SlaSignal.Verdict workaround =
                breached(FEBRUARY.minusMillis(1), "T-1", WORKAROUND, ENTERPRISE);
        assertThat(
                        AccountHistory.of(
                                        workaround,
                                        breached(
                                                FEBRUARY.plusSeconds(1),
                                                "T-1",
                                                RESOLUTION,
                                                ENTERPRISE),
                                        metAfterAll(
                                                FEBRUARY.plusSeconds(2),
                                                "T-1",
                                                WORKAROUND,
                                                workaround))
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 WORKAROUND 2026-01 10 (+10)",
                        "ISSUED MONTH_CLOSED T-1 WORKAROUND 2026-01 10 (+0)",
                        "REVERSED MISSED T-1 WORKAROUND 2026-01 0 (-10)",
                        "ACCRUED MISSED T-1 RESOLUTION 2026-02 10 (+10)");
    }

    @Test
    void aBreachFoundAfterItsMonthAccruesThereAndIsIssuedAtOnce() {
        SlaSignal.Verdict met = met(TENTH, "T-1", RESOLUTION);
        assertThat(
                        AccountHistory.of(
                                        met,
                                        breachedAfterAll(
                                                FEBRUARY.plusSeconds(5),
                                                TENTH,
                                                "T-1",
                                                RESOLUTION,
                                                ENTERPRISE,
                                                met))
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 RESOLUTION 2026-01 10 (+10)",
                        "ISSUED MONTH_CLOSED T-1 RESOLUTION 2026-01 10 (+0)");
    }

    @Test
    void creditsThatAccruedAreIssuedAfterTheContractEnded() {
        assertThat(
                        AccountHistory.of(
                                        breached(TENTH, "T-1", RESOLUTION, ENTERPRISE),
                                        terminated(ELEVENTH))
                                .later(FEBRUARY)
                                .said())
                .last()
                .isEqualTo("ISSUED MONTH_CLOSED T-1 RESOLUTION 2026-01 10 (+0)");
    }

    @Test
    void exclusionsAfterTheContractEndedSayNothing() {
        SlaSignal.Verdict breach = breached(TENTH, "T-1", RESOLUTION, ENTERPRISE);
        assertThat(
                        AccountHistory.of(
                                        breach,
                                        terminated(ELEVENTH),
                                        excluded(TWELFTH, "T-1", RESOLUTION, breach))
                                .later(FEBRUARY)
                                .said())
                .containsExactly(
                        "ACCRUED MISSED T-1 RESOLUTION 2026-01 10 (+10)",
                        "ISSUED MONTH_CLOSED T-1 RESOLUTION 2026-01 10 (+0)");
    }

    @Test
    void theThirdMissOfAQuarterIsToldOnce() {
        AccountHistory history =
                AccountHistory.of(
                        breached(newYork("2026-01-31T12:00"), "T-1", RESOLUTION, STARTER),
                        breached(newYork("2026-02-28T12:00"), "T-2", RESOLUTION, STARTER));
        assertThat(history.repeated()).isEmpty();

        assertThat(
                        AccountHistory.of(
                                        breached(
                                                newYork("2026-01-31T12:00"),
                                                "T-1",
                                                RESOLUTION,
                                                STARTER),
                                        breached(
                                                newYork("2026-02-28T12:00"),
                                                "T-2",
                                                RESOLUTION,
                                                STARTER),
                                        breached(
                                                newYork("2026-03-31T23:59"),
                                                "T-3",
                                                RESOLUTION,
                                                STARTER),
                                        breached(
                                                newYork("2026-03-31T23:59:30"),
                                                "T-4",
                                                RESOLUTION,
                                                STARTER))
                                .repeated())
                .containsExactly("2026-Q1", "2026-03");
    }

    @Test
    void aThirdMissInTheNextQuarterIsNotToldOfTheLast() {
        assertThat(
                        AccountHistory.of(
                                        breached(
                                                newYork("2026-02-27T12:00"),
                                                "T-1",
                                                RESOLUTION,
                                                STARTER),
                                        breached(
                                                newYork("2026-03-31T12:00"),
                                                "T-2",
                                                RESOLUTION,
                                                STARTER),
                                        breached(
                                                newYork("2026-04-01T00:00"),
                                                "T-3",
                                                RESOLUTION,
                                                STARTER))
                                .repeated())
                .isEmpty();
    }

    @Test
    void missesAreForgottenLongAfterTheirMonth() {
        AccountHistory history = AccountHistory.of(breached(TENTH, "T-1", RESOLUTION, ENTERPRISE));
        Instant forgotten = FEBRUARY.plus(CreditLedger.KEPT);

        assertThat(history.later(forgotten.minusMillis(1)).isEmpty()).isFalse();
        assertThat(history.later(forgotten).isEmpty()).isTrue();
    }

    @Test
    void aCreditSaysTheTierAtTheBreachAndTheMonth() {
        SlaResult.Credited credited =
                AccountHistory.of(breached(TENTH, "T-1", WORKAROUND, MID_MARKET)).credits().get(0);

        assertThat(credited.tier()).isEqualTo(MID_MARKET);
        assertThat(credited.month()).hasToString("2026-01");
        assertThat(credited.reverses()).isEqualTo(Optional.empty());
        assertThat(credited.backfill()).isFalse();
    }

    private static SlaSignal terminated(Instant at) {
        return new SlaSignal.AccountChanged(CUSTOMER, at, ENTERPRISE, true);
    }

    @Test
    void missesAreRememberedLongerThanTicketsAfterTheyClose() {
        assertThat(CreditLedger.KEPT).isGreaterThan(Duration.ofDays(100));
    }
}
