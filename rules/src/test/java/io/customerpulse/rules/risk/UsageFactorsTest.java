package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.goLiveCleared;
import static io.customerpulse.rules.story.StoryFacts.goLiveSetTo;
import static io.customerpulse.rules.story.StoryFacts.training;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static io.customerpulse.rules.story.StoryFacts.usage;
import static io.customerpulse.rules.story.StoryFacts.used;
import static io.customerpulse.rules.story.StoryFacts.wentLive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.rules.story.CustomerStory;
import io.customerpulse.rules.story.ShippedPolicies;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code no-usage} and {@code training-incomplete}. */
class UsageFactorsTest {

    private static final String START = "2026-01-01T00:00:00Z";

    /** 30 January is the thirtieth day; it is complete then. */
    private static final String THIRTY_DAYS = "2026-01-31T06:00:00Z";

    private static CustomerStory watching(String factor) {
        return story("acme").watching(factor);
    }

    @Test
    void thirtyCompleteDaysWithoutUsageSinceGoLiveAreNoUsage() {
        CustomerStory acme = watching("no-usage").at(START, wentLive());
        assertThat(acme.until(justBefore(THIRTY_DAYS)).factors()).isEmpty();
        assertThat(acme.until(THIRTY_DAYS).factors()).containsExactly(entry("no-usage", 20));
        assertThat(acme.sinceOf("no-usage")).isEqualTo(THIRTY_DAYS);
    }

    @Test
    void theEvidenceIsTheNewestTwentyDays() {
        CustomerStory acme = watching("no-usage").at(START, wentLive()).until(THIRTY_DAYS);
        List<String> days =
                LocalDate.of(2026, 1, 11)
                        .datesUntil(LocalDate.of(2026, 1, 31))
                        .map(LocalDate::toString)
                        .toList();
        assertThat(acme.evidenceOf("no-usage")).isEqualTo(days);
    }

    @Test
    void goLiveInTheMiddleOfADayCountsFromTheNext() {
        CustomerStory acme = watching("no-usage").at("2026-01-01T00:00:00.001Z", wentLive());
        assertThat(acme.until("2026-02-01T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-02-01T06:00:00Z").factors()).containsOnlyKeys("no-usage");
    }

    @Test
    void theyCountFromTheLastUsageDay() {
        CustomerStory acme = watching("no-usage").at(START, wentLive());
        acme.at("2026-01-10T09:00:00Z", used("ann"));
        assertThat(acme.until("2026-02-10T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-02-10T06:00:00Z").factors()).containsOnlyKeys("no-usage");
    }

    @Test
    void usageWithoutGoLiveIsEnoughToCountFrom() {
        CustomerStory acme = watching("no-usage").at("2026-01-10T09:00:00Z", used("ann"));
        assertThat(acme.until("2026-02-10T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-02-10T06:00:00Z").factors()).containsOnlyKeys("no-usage");
    }

    @Test
    void withoutGoLiveAndUsageThereIsNothingToMiss() {
        CustomerStory acme = watching("no-usage").at(START, updated());
        assertThat(acme.until("2027-01-01T00:00:00Z").factors()).isEmpty();
    }

    @Test
    void aDayReportedWithoutActiveUsersIsNoUsage() {
        CustomerStory acme = watching("no-usage").at(START, wentLive());
        acme.at("2026-01-10T09:00:00Z", usage("2026-01-09", 0));
        assertThat(acme.until(THIRTY_DAYS).factors()).containsOnlyKeys("no-usage");
    }

    @Test
    void itEndsWhenADayWithUsageCompletes() {
        CustomerStory acme = watching("no-usage").at(START, wentLive());
        acme.at("2026-02-05T09:00:00Z", used("ann"));
        assertThat(acme.until("2026-02-06T05:59:59.999Z").factors()).containsOnlyKeys("no-usage");
        assertThat(acme.until("2026-02-06T06:00:00Z").factors()).isEmpty();
    }

    @Test
    void usageOfACompleteDayEndsItWhenItIsReported() {
        CustomerStory acme = watching("no-usage").at(START, wentLive());
        acme.at("2026-02-05T09:00:00Z", usage("2026-01-20", 1));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void aColdStartRaisesNoOldAlarm() {
        CustomerStory acme = watching("no-usage");
        acme.at(START, goLiveSetTo("2020-01-01T00:00:00Z"));
        assertThat(acme.until(justBefore(THIRTY_DAYS)).factors()).isEmpty();
        assertThat(acme.until(THIRTY_DAYS).factors()).containsOnlyKeys("no-usage");
    }

    @Test
    void goLiveToComePutsItOff() {
        CustomerStory acme = watching("no-usage").at(START, used("ann"));
        acme.at("2026-01-02T00:00:00Z", goLiveSetTo("2026-03-01T00:00:00Z"));
        assertThat(acme.until("2026-03-31T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-03-31T06:00:00Z").factors()).containsOnlyKeys("no-usage");
    }

    @Test
    void usageForgottenLongAgoIsStillTheLast() {
        CustomerStory acme = watching("no-usage").at("2026-01-10T09:00:00Z", used("ann"));
        acme.until("2027-01-01T00:00:00Z");
        assertThat(acme.factors()).containsOnlyKeys("no-usage");
        assertThat(acme.scores()).hasSize(2);
    }

    @Test
    void withoutUsageTelemetryItIsOff(@TempDir Path folder) {
        ShippedPolicies.copyTo(folder);
        ShippedPolicies.edit(
                folder.resolve("customer.yaml"), "telemetry: true", "telemetry: false");
        CustomerStory acme = story("acme", ShippedPolicies.read(folder)).watching("no-usage");
        assertThat(acme.at(START, wentLive()).until("2027-01-01T00:00:00Z").factors()).isEmpty();
    }

    @Test
    void lessThanThirtyPercentOfTheTrainingIsIncomplete() {
        CustomerStory acme = watching("training-incomplete").at(START, wentLive());
        acme.at(START, training("29.99"));
        assertThat(acme.factors()).containsExactly(entry("training-incomplete", 15));
        assertThat(acme.evidenceOf("training-incomplete")).containsExactly("/story#e002");
        assertThat(acme.at("2026-01-02T00:00:00Z", training("30")).factors()).isEmpty();
        acme.at("2026-01-03T00:00:00Z", training("12"));
        assertThat(acme.factors()).as("the last value counts").isNotEmpty();
    }

    @Test
    void trainingMayBeIncompleteUntilGoLive() {
        CustomerStory acme = watching("training-incomplete").at(START, training("10"));
        acme.at(START, goLiveSetTo("2026-03-01T00:00:00Z"));
        assertThat(acme.until(justBefore("2026-03-01T00:00:00Z")).factors()).isEmpty();
        acme.until("2026-03-01T00:00:00Z");
        assertThat(acme.factors()).containsOnlyKeys("training-incomplete");
        acme.at("2026-03-02T00:00:00Z", goLiveCleared());
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void trainingNeverReportedIsMissing() {
        CustomerStory acme = watching("training-incomplete").at(START, wentLive());
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.lastSignal().missing()).contains("trainingPercent");
        acme.at("2026-01-02T00:00:00Z", training("80"));
        assertThat(acme.lastSignal().missing()).doesNotContain("trainingPercent");
    }
}
