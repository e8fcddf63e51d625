package io.customerpulse.rules.metric;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.contractEndSetTo;
import static io.customerpulse.rules.story.StoryFacts.contractValue;
import static io.customerpulse.rules.story.StoryFacts.contractValueCleared;
import static io.customerpulse.rules.story.StoryFacts.csat;
import static io.customerpulse.rules.story.StoryFacts.eventAttended;
import static io.customerpulse.rules.story.StoryFacts.feedback;
import static io.customerpulse.rules.story.StoryFacts.goLiveSetTo;
import static io.customerpulse.rules.story.StoryFacts.goalMet;
import static io.customerpulse.rules.story.StoryFacts.goalSet;
import static io.customerpulse.rules.story.StoryFacts.interaction;
import static io.customerpulse.rules.story.StoryFacts.invited;
import static io.customerpulse.rules.story.StoryFacts.milestone;
import static io.customerpulse.rules.story.StoryFacts.nps;
import static io.customerpulse.rules.story.StoryFacts.referral;
import static io.customerpulse.rules.story.StoryFacts.returnReported;
import static io.customerpulse.rules.story.StoryFacts.reviewAttended;
import static io.customerpulse.rules.story.StoryFacts.reviewMissed;
import static io.customerpulse.rules.story.StoryFacts.seats;
import static io.customerpulse.rules.story.StoryFacts.signedFor;
import static io.customerpulse.rules.story.StoryFacts.testimonial;
import static io.customerpulse.rules.story.StoryFacts.ticket;
import static io.customerpulse.rules.story.StoryFacts.training;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static io.customerpulse.rules.story.StoryFacts.usage;
import static io.customerpulse.rules.story.StoryFacts.wentLive;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.rules.story.CustomerStory;
import io.customerpulse.rules.story.ShippedPolicies;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each metric's definition and the boundaries of what it knows. */
class CustomerMetricsTest {

    private static final String START = "2026-01-01T00:00:00Z";

    private CustomerStory acme = story("acme");

    /** The value at an instant, to four decimals. */
    private String value(Metric metric, String at) {
        acme.until(at);
        Optional<Fraction> value =
                Optional.ofNullable(
                        new CustomerMetrics(ShippedPolicies.read().customer())
                                .measure(acme.record(), Instant.parse(at))
                                .get(metric));
        return value.map(v -> v.rounded(4).toPlainString()).orElse("unknown");
    }

    private void daily(String from, String to, int activeUsers) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to))
                .forEach(day -> acme.at(day + "T20:00:00Z", usage(day.toString(), activeUsers)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0, STARTER",
        "24999.99, STARTER",
        "25000, MID_MARKET",
        "99999.99, MID_MARKET",
        "100000, ENTERPRISE"
    })
    void theContractValueMakesTheTier(String contractValue, String tier) {
        acme.at(START, contractValue(contractValue));
        assertThat(acme.measurements().get(0).tier()).hasToString(tier);
        assertThat(acme.measurements().get(0).tierAssumed()).isFalse();
    }

    @Test
    void withoutContractValueTheLowestTierIsAssumed() {
        acme.at(START, updated());
        assertThat(acme.measurements().get(0).tier()).hasToString("STARTER");
        assertThat(acme.measurements().get(0).tierAssumed()).isTrue();
    }

    @Test
    void theShareOfActiveUsersIsKnownAfterFourteenCompleteDays() {
        acme.at(START, seats(9), wentLive());
        daily("2026-01-01", "2026-01-15", 5);
        assertThat(value(Metric.DAU_PERCENT, "2026-01-15T05:59:59.999Z")).isEqualTo("unknown");
        assertThat(value(Metric.DAU_PERCENT, "2026-01-15T06:00:00Z")).isEqualTo("55.5556");
        assertThat(acme.metric("dauPercent")).as("published with two decimals").isEqualTo("55.56");
    }

    @Test
    void activeDaysSeatsAndContentAreKnownAfterTwentyEightCompleteDays() {
        acme.at(START, seats(10), wentLive());
        daily("2026-01-01", "2026-01-11", 4);
        daily("2026-01-11", "2026-01-12", 12);
        assertThat(value(Metric.ACTIVE_DAYS, "2026-01-29T05:59:59.999Z")).isEqualTo("unknown");
        assertThat(value(Metric.ACTIVE_DAYS, "2026-01-29T06:00:00Z")).isEqualTo("11");
        assertThat(value(Metric.ACTIVATED_SEATS, "2026-01-29T06:00:00Z")).isEqualTo("1.2");
        assertThat(value(Metric.ACTIVE_DAYS, "2026-01-30T06:00:00Z")).isEqualTo("10");
        assertThat(value(Metric.FEATURE_ADOPTION, "2026-01-30T06:00:00Z")).isEqualTo("unknown");
        assertThat(value(Metric.CONTENT_VOLUME, "2026-01-30T06:00:00Z")).isEqualTo("unknown");
    }

    @Test
    void featuresAndContentAreComparedWithThePolicy(@TempDir Path folder) {
        ShippedPolicies.copyTo(folder);
        Path policy = folder.resolve("customer.yaml");
        ShippedPolicies.edit(policy, "featureCatalogue: 0", "featureCatalogue: 8");
        ShippedPolicies.edit(policy, "contentVolume: 0", "contentVolume: 100");
        acme = story("acme", ShippedPolicies.read(folder)).at(START, wentLive());
        acme.at("2026-01-02T20:00:00Z", usage("2026-01-02", 1, 30, 2, "mail", "search"));
        acme.at("2026-01-03T20:00:00Z", usage("2026-01-03", 1, 20, 3, "mail", "chart"));
        acme.until("2026-01-29T05:59:59.999Z");
        assertThat(acme.metric("featureAdoption")).isEqualTo("unknown");
        acme.until("2026-01-29T06:00:00Z");
        assertThat(acme.metric("featureAdoption")).isEqualTo("0.38");
        assertThat(acme.healthMetric("contentVolume")).isEqualTo("0.5");
        assertThat(acme.healthMetric("integrations")).isEqualTo("3");
    }

    @Test
    void integrationsAreTheMostOfTwentyEightCompleteDays() {
        acme.at("2026-01-02T20:00:00Z", usage("2026-01-02", 1, 0, 3));
        acme.at("2026-01-03T20:00:00Z", usage("2026-01-03", 1, 0, 0));
        assertThat(value(Metric.INTEGRATIONS, "2026-01-04T06:00:00Z")).isEqualTo("3");
    }

    @Test
    void integrationsAreUnknownTwentyEightDaysAfterTheLastReport() {
        acme.at("2026-01-02T20:00:00Z", usage("2026-01-02", 1, 0, 3));
        assertThat(value(Metric.INTEGRATIONS, "2026-01-03T06:00:00Z")).isEqualTo("3");
        assertThat(value(Metric.INTEGRATIONS, "2026-01-31T05:59:59.999Z")).isEqualTo("3");
        assertThat(value(Metric.INTEGRATIONS, "2026-01-31T06:00:00Z")).isEqualTo("unknown");
    }

    @Test
    void usageGrowthComparesTwentyEightDaysWithThoseBefore() {
        acme.at(START, wentLive());
        daily("2026-01-01", "2026-01-29", 10);
        daily("2026-01-29", "2026-02-26", 12);
        assertThat(value(Metric.USAGE_GROWTH, "2026-02-26T05:59:59.999Z")).isEqualTo("unknown");
        assertThat(value(Metric.USAGE_GROWTH, "2026-02-26T06:00:00Z")).isEqualTo("0.2");
    }

    @Test
    void usageGrowthOverNothingIsUnknown() {
        acme.at(START, wentLive());
        daily("2026-01-29", "2026-02-26", 12);
        assertThat(value(Metric.USAGE_GROWTH, "2026-02-26T06:00:00Z")).isEqualTo("unknown");
    }

    @Test
    void npsIsKnownFromThreeAnswersOn() {
        acme.at(START, nps(9), nps(10));
        assertThat(acme.metric("nps")).isEqualTo("unknown");
        assertThat(acme.metric("npsResponses")).isEqualTo("2");
        acme.at(after("P1D", START), nps(6));
        assertThat(acme.metric("nps")).isEqualTo("33.33");
        assertThat(value(Metric.NPS_RATING_MEAN, after("P1D", START))).isEqualTo("8.3333");
        assertThat(value(Metric.NPS, justBefore(after("P180D", START)))).isEqualTo("33.3333");
        assertThat(value(Metric.NPS, after("P180D", START))).isEqualTo("unknown");
    }

    @Test
    void npsMayBeNegative() {
        acme.at(START, nps(0), nps(6), nps(10));
        assertThat(acme.metric("nps")).isEqualTo("-33.33");
    }

    @Test
    void csatIsKnownFromThreeAnswersInNinetyDaysOn() {
        acme.at(START, csat(4), csat(5));
        assertThat(acme.metric("csatMean")).isEqualTo("unknown");
        acme.at(after("P1D", START), csat(5));
        assertThat(acme.metric("csatMean")).isEqualTo("4.67");
        assertThat(acme.metric("csatResponses")).isEqualTo("3");
        assertThat(value(Metric.CSAT_MEAN, justBefore(after("P90D", START)))).isEqualTo("4.6667");
        assertThat(value(Metric.CSAT_MEAN, after("P90D", START))).isEqualTo("unknown");
    }

    @Test
    void surveysAreAnswersOverInvitationsOf180Days() {
        acme.at(START, csat(4));
        assertThat(value(Metric.SURVEYS, START)).isEqualTo("unknown");
        acme.at(after("P1D", START), invited(), invited(), invited(), nps(7));
        assertThat(value(Metric.SURVEYS, after("P1D", START))).isEqualTo("0.6667");
        assertThat(value(Metric.SURVEYS, after("P180D", START))).isEqualTo("0.3333");
        assertThat(value(Metric.SURVEYS, after("P181D", START))).isEqualTo("unknown");
    }

    @Test
    void ticketsOpenedInThirtyDaysCountByTheirIds() {
        acme.at(START, ticket("A"), ticket("B"), ticket("A"));
        assertThat(acme.metric("ticketsLast30d")).isEqualTo("2");
        assertThat(value(Metric.TICKETS, justBefore(after("P30D", START)))).isEqualTo("2");
        assertThat(value(Metric.TICKETS, after("P30D", START))).isEqualTo("0");
    }

    @Test
    void timeToRenewalGoesOnBelowZero() {
        acme.at(START, contractEndSetTo("2026-01-02T12:00:00Z"));
        assertThat(acme.metric("daysToRenewal")).isEqualTo("1.5");
        assertThat(value(Metric.DAYS_TO_RENEWAL, "2026-01-03T00:00:00Z")).isEqualTo("-0.5");
    }

    @Test
    void actionsAreUnknownUntilTheFirstAndThenCountNinetyDays() {
        acme.at(START, reviewAttended(), interaction(true));
        assertThat(value(Metric.ACTIONS, START)).isEqualTo("unknown");
        String acted = after("P1D", START);
        acme.at(acted, eventAttended(), feedback(), referral(), testimonial());
        assertThat(value(Metric.ACTIONS, justBefore(after("P90D", acted)))).isEqualTo("4");
        assertThat(value(Metric.ACTIONS, after("P90D", acted))).isEqualTo("0");
    }

    @Test
    void reviewsAttendedAreComparedWithTheWholeCadencesSinceGoLive() {
        acme.at(START, contractValue("100000"), wentLive(), reviewAttended());
        assertThat(value(Metric.REVIEWS, justBefore(after("P30D", START)))).isEqualTo("unknown");
        assertThat(value(Metric.REVIEWS, after("P30D", START))).isEqualTo("1");
        assertThat(value(Metric.REVIEWS, after("P60D", START))).isEqualTo("0.5");
        acme.at(after("P61D", START), reviewAttended(), reviewAttended(), reviewMissed());
        assertThat(value(Metric.REVIEWS, after("P61D", START))).as("at most 1").isEqualTo("1");
        assertThat(value(Metric.REVIEWS, after("P300D", START))).isEqualTo("0.3");
        assertThat(value(Metric.REVIEWS, after("P365D", START)))
                .as("2 of 12: the first one is a year old")
                .isEqualTo("0.1667");
    }

    @Test
    void reviewsDueAreNotCountedFromBeforeFirstSeen() {
        acme.at(START, contractValue("100000"), goLiveSetTo("2020-01-01T00:00:00Z"));
        assertThat(value(Metric.REVIEWS, justBefore(after("P30D", START)))).isEqualTo("unknown");
        assertThat(value(Metric.REVIEWS, after("P30D", START))).isEqualTo("0");
    }

    @Test
    void milestonesCompletedByTheirDateCount() {
        acme.at(START, milestone());
        assertThat(value(Metric.MILESTONES, START)).isEqualTo("unknown");
        String late = after("P1D", START);
        acme.at(
                late,
                milestone(late),
                milestone(justBefore(late)),
                milestone("2026-03-01T00:00:00Z"));
        assertThat(value(Metric.MILESTONES, late)).isEqualTo("0.6667");
    }

    @Test
    void goalsMetAreThoseThatWereSet() {
        acme.at(START, goalMet("A"), goalMet("X"));
        assertThat(value(Metric.GOALS, START)).isEqualTo("unknown");
        acme.at(after("P1D", START), goalSet("A"), goalSet("B"), goalSet("C"), goalSet("B"));
        acme.at(after("P1D", START), goalMet("A"));
        assertThat(value(Metric.GOALS, after("P1D", START))).isEqualTo("0.3333");
    }

    @Test
    void theLastReturnAndTheLastTrainingCount() {
        acme.at(START, returnReported("1.2"), training("40"));
        acme.at(after("P1D", START), returnReported("0.8"), training("12.345"));
        assertThat(value(Metric.ROI, after("P1D", START))).isEqualTo("0.8");
        assertThat(value(Metric.TRAINING, after("P1D", START))).isEqualTo("0.1235");
        assertThat(acme.metric("trainingPercent")).as("half up").isEqualTo("12.35");
    }

    @Test
    void seatsGrowOverNinetyDays() {
        acme.at(START, seats(10)).at(after("P10D", START), seats(12));
        assertThat(value(Metric.SEATS_GROWTH, justBefore(after("P90D", START))))
                .isEqualTo("unknown");
        assertThat(value(Metric.SEATS_GROWTH, after("P90D", START))).isEqualTo("0.2");
        assertThat(value(Metric.SEATS_GROWTH, after("P100D", START))).isEqualTo("0");
    }

    @Test
    void theContractValueGrowsOverAYear() {
        acme.at(START, contractValue("1000"));
        acme.at(after("P10D", START), signedFor("900", "2028-01-01T00:00:00Z"));
        assertThat(value(Metric.CONTRACT_VALUE_GROWTH, justBefore(after("P365D", START))))
                .isEqualTo("unknown");
        assertThat(value(Metric.CONTRACT_VALUE_GROWTH, after("P365D", START))).isEqualTo("-0.1");
        assertThat(value(Metric.CONTRACT_VALUE_GROWTH, after("P375D", START))).isEqualTo("0");
        acme.at(after("P376D", START), contractValueCleared());
        assertThat(value(Metric.CONTRACT_VALUE_GROWTH, after("P376D", START))).isEqualTo("unknown");
    }

    @Test
    void growthFromNothingIsUnknown() {
        acme.at(START, seats(0)).at(after("P10D", START), seats(12));
        assertThat(value(Metric.SEATS_GROWTH, after("P90D", START))).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"2.345, 2.35", "-2.345, -2.35", "2.3449, 2.34", "100, 100", "0.004, 0"})
    void valuesAreRoundedHalfUp(BigDecimal value, String rounded) {
        assertThat(Fraction.of(value).rounded(2).toPlainString()).isEqualTo(rounded);
    }
}
