package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.goLiveCleared;
import static io.customerpulse.rules.story.StoryFacts.goLiveSetTo;
import static io.customerpulse.rules.story.StoryFacts.seats;
import static io.customerpulse.rules.story.StoryFacts.seatsCleared;
import static io.customerpulse.rules.story.StoryFacts.seatsSetTo;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static io.customerpulse.rules.story.StoryFacts.usage;
import static io.customerpulse.rules.story.StoryFacts.used;
import static io.customerpulse.rules.story.StoryFacts.wentLive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.story.CustomerStory;
import io.customerpulse.rules.story.ShippedPolicies;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowAdoptionTest {

    private static final String START = "2026-01-01T00:00:00Z";

    /** 1 January is the first counted day, 14 January the fourteenth; it is complete then. */
    private static final String KNOWN = "2026-01-15T06:00:00Z";

    private static CustomerStory acme() {
        return story("acme").watching("low-adoption");
    }

    /** A customer with seats, live from the start of the year. */
    private static CustomerStory live(int seats) {
        return acme().at(START, seats(seats), wentLive());
    }

    /** A report of each of the January days, made half an hour after their midnights. */
    private static CustomerStory daily(CustomerStory story, int from, int to, int activeUsers) {
        for (int day = from; day <= to; day++) {
            LocalDate date = LocalDate.of(2026, 1, day);
            story.at(date.plusDays(1) + "T00:30:00Z", usage(date.toString(), activeUsers));
        }
        return story;
    }

    @ParameterizedTest(name = "{0} of 100 seats used are {1} points")
    @CsvSource({"0, 20", "9, 20", "10, 10", "29, 10", "30, 5", "49, 5", "50, 0", "100, 0"})
    void theShareOfActiveUsersGivesThePoints(int activeUsers, int points) {
        CustomerStory acme = daily(live(100), 1, 14, activeUsers).until(KNOWN);
        assertThat(acme.last().points()).isEqualTo(points);
    }

    @Test
    void aMeanOfExactlyFiftyBelongsToTheUpperRange() {
        // 7 days of 3 seats are 21 seat days: no single day can have half of the seats in use.
        CustomerStory acme = daily(live(6), 1, 10, 3);
        daily(acme, 11, 13, 2);
        daily(acme, 14, 14, 6);
        assertThat(acme.until(KNOWN).factors()).as("21 of 42").isEmpty();
    }

    @Test
    void aMeanJustBelowFiftyBelongsToTheLowerRange() {
        CustomerStory acme = daily(live(6), 1, 10, 3);
        daily(acme, 11, 13, 2);
        daily(acme, 14, 14, 5);
        assertThat(acme.until(KNOWN).factors())
                .as("20 of 42")
                .containsExactly(entry("low-adoption", 5));
    }

    @Test
    void aDayIsCappedAtItsSeats() {
        CustomerStory acme = daily(live(10), 1, 13, 2);
        daily(acme, 14, 14, 1_000);
        assertThat(acme.until(KNOWN).factors())
                .as("22 of 70, not 1012 of 70")
                .containsExactly(entry("low-adoption", 5));
    }

    @Test
    void aDayWithoutUsageIsZero() {
        assertThat(daily(live(10), 1, 1, 10).until(KNOWN).factors())
                .containsExactly(entry("low-adoption", 20));
    }

    @Test
    void itIsUnknownUntilFourteenDaysAreComplete() {
        CustomerStory acme = daily(live(10), 1, 14, 0).until(justBefore(KNOWN));
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.last().missing()).contains("dauPercent");
        assertThat(acme.until(KNOWN).factors()).containsExactly(entry("low-adoption", 20));
        assertThat(acme.last().missing()).doesNotContain("dauPercent");
        assertThat(acme.sinceOf("low-adoption")).isEqualTo(KNOWN);
    }

    @Test
    void completeDaysCountFromTheFirstMidnightAfterGoLive() {
        CustomerStory acme = acme().at(START, seats(10)).at("2026-01-01T00:00:00.001Z", wentLive());
        assertThat(acme.until("2026-01-16T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-01-16T06:00:00Z").factors()).containsOnlyKeys("low-adoption");
    }

    @Test
    void withoutGoLiveTheyCountFromTheFirstUsageDay() {
        CustomerStory acme = daily(acme().at(START, seats(10)), 5, 5, 1);
        assertThat(acme.until("2026-01-19T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-01-19T06:00:00Z").factors()).containsOnlyKeys("low-adoption");
    }

    @Test
    void aDayWithoutActiveUsersIsNoUsageDay() {
        CustomerStory acme = daily(acme().at(START, seats(10)), 1, 4, 0);
        daily(acme, 5, 5, 1);
        assertThat(acme.until("2026-01-19T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-01-19T06:00:00Z").factors()).containsOnlyKeys("low-adoption");
    }

    @Test
    void withoutGoLiveAndUsageItStaysUnknown() {
        CustomerStory acme = acme().at(START, seats(10)).until("2027-01-01T00:00:00Z");
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.at("2027-01-01T00:00:01Z", updated()).last().missing())
                .contains("dauPercent");
    }

    @Test
    void theyNeverCountFromBeforeTheCustomerWasFirstSeen() {
        CustomerStory acme =
                acme().at("2026-03-01T00:00:00Z", seats(10), goLiveSetTo("2020-01-01T00:00:00Z"));
        assertThat(acme.until("2026-03-15T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-03-15T06:00:00Z").factors()).containsOnlyKeys("low-adoption");
    }

    @Test
    void theFirstUsageDayCountsOnlyIfTheCustomerWasSeenBeforeIt() {
        CustomerStory acme = acme().at("2026-01-01T09:00:00Z", used("ann"));
        acme.at("2026-01-01T10:00:00Z", seats(10));
        assertThat(acme.until("2026-01-16T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-01-16T06:00:00Z").factors()).containsOnlyKeys("low-adoption");
    }

    @Test
    void withoutSeatsItIsUnknown() {
        CustomerStory acme = acme().at(START, wentLive()).until("2026-02-01T00:00:00Z");
        assertThat(acme.factors()).isEmpty();
        acme.at("2026-02-01T00:00:01Z", seats(0));
        assertThat(acme.factors()).isEmpty();
        acme.at("2026-02-01T00:00:02Z", seatsSetTo(1));
        assertThat(acme.factors()).containsOnlyKeys("low-adoption");
        acme.at("2026-02-01T00:00:03Z", seatsCleared());
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.last().missing()).contains("dauPercent");
    }

    @Test
    void theSeatsInForceNowCountForAllDays() {
        CustomerStory acme = daily(live(10), 1, 14, 4).until(KNOWN);
        assertThat(acme.factors()).containsExactly(entry("low-adoption", 5));
        acme.at("2026-01-15T09:00:00Z", seats(8));
        assertThat(acme.factors()).isEmpty();
        acme.at("2026-01-15T10:00:00Z", seats(100));
        assertThat(acme.factors()).containsExactly(entry("low-adoption", 20));
    }

    @Test
    void itChangesOnlyWhenADayCompletes() {
        CustomerStory acme = daily(live(10), 1, 14, 5);
        assertThat(acme.until("2026-01-16T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-01-16T06:00:00Z").factors())
                .containsExactly(entry("low-adoption", 5));
        assertThat(acme.until("2026-01-18T06:00:00Z").factors())
                .as("20 of 70 after 15 to 17 January")
                .containsExactly(entry("low-adoption", 10));
        assertThat(acme.until("2026-01-21T06:00:00Z").factors())
                .as("5 of 70 after six days without usage")
                .containsExactly(entry("low-adoption", 20));
        assertThat(acme.sinceOf("low-adoption")).isEqualTo("2026-01-16T06:00:00Z");
    }

    @Test
    void aCustomerWhoStopsUsingItIsFoundWithoutAnyEvent() {
        CustomerStory acme = daily(live(10), 1, 14, 10).until("2026-03-01T00:00:00Z");
        assertThat(acme.history())
                .contains(
                        "2026-01-19T06:00:00Z 5 GREEN low-adoption=5",
                        "2026-01-20T06:00:00Z 10 GREEN low-adoption=10",
                        "2026-01-22T06:00:00Z 20 GREEN low-adoption=20");
    }

    @Test
    void usageOfACompleteDayTakesEffectWhenItIsReported() {
        CustomerStory acme = daily(live(10), 1, 7, 5).until(KNOWN);
        assertThat(acme.factors()).containsExactly(entry("low-adoption", 20));
        acme.at("2026-01-15T09:00:00Z", usage("2026-01-08", 10), usage("2026-01-09", 10));
        assertThat(acme.factors()).as("20 of 70").containsExactly(entry("low-adoption", 10));
        acme.at("2026-01-15T09:00:00.001Z", usage("2026-01-10", 10), usage("2026-01-11", 5));
        assertThat(acme.factors()).as("35 of 70").isEmpty();
    }

    @Test
    void aReportForAFutureDayWaitsForItsEnd() {
        CustomerStory acme = daily(live(10), 1, 14, 4);
        acme.at("2026-01-15T01:00:00Z", usage("2026-01-16", 10), usage("2026-01-15", 5));
        assertThat(acme.until("2026-01-17T05:59:59.999Z").factors())
                .containsExactly(entry("low-adoption", 5));
        assertThat(acme.until("2026-01-17T06:00:00Z").factors()).as("35 of 70").isEmpty();
    }

    @Test
    void aDropAfterManyDaysReportedAheadIsFound() {
        CustomerStory acme = daily(live(10), 1, 14, 10);
        for (int day = 15; day <= 31; day++) {
            acme.at("2026-01-15T01:00:00Z", usage("2026-01-" + day, 10));
        }
        assertThat(acme.until("2026-02-05T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-02-05T06:00:00Z").factors())
                .as("30 of 70 after four days without usage")
                .containsExactly(entry("low-adoption", 5));
    }

    @Test
    void reportsOlderThanTheDaysKeptAreIgnored() {
        CustomerStory acme = acme().at(START, seats(10));
        acme.at("2026-06-01T00:00:00Z", usage("2026-03-28", 1));
        assertThat(acme.until("2026-08-01T00:00:00Z").factors())
                .as("28 March is 65 days before 1 June")
                .isEmpty();
        acme.at("2026-08-01T00:00:00.001Z", usage("2026-05-29", 1));
        assertThat(acme.factors()).as("29 May is 64 days before").containsOnlyKeys("low-adoption");
    }

    @Test
    void goLiveIsSetByTheEventUnlessTheCustomerIsLiveAlready() {
        CustomerStory acme = acme().at(START, seats(10), wentLive());
        acme.at("2026-01-10T00:00:00Z", wentLive());
        assertThat(acme.until(KNOWN).factors()).containsOnlyKeys("low-adoption");
    }

    @Test
    void goLiveComesEarlierThanPlannedWithTheEvent() {
        CustomerStory acme = acme().at(START, seats(10), goLiveSetTo("2026-06-01T00:00:00Z"));
        acme.at("2026-01-02T00:00:00Z", wentLive());
        assertThat(acme.until("2026-01-16T06:00:00Z").factors()).containsOnlyKeys("low-adoption");
    }

    @Test
    void aPatchOverwritesGoLive() {
        CustomerStory acme =
                live(10).at("2026-01-02T00:00:00Z", goLiveSetTo("2026-02-01T00:00:00Z"));
        assertThat(acme.until("2026-02-15T05:59:59.999Z").factors()).isEmpty();
        assertThat(acme.until("2026-02-15T06:00:00Z").factors()).containsOnlyKeys("low-adoption");
    }

    @Test
    void aPatchClearsGoLive() {
        CustomerStory acme = live(10).until(KNOWN);
        assertThat(acme.factors()).containsOnlyKeys("low-adoption");
        assertThat(acme.at("2026-01-15T07:00:00Z", goLiveCleared()).factors()).isEmpty();
    }

    @Test
    void theEvidenceIsTheDays() {
        assertThat(live(10).until(KNOWN).evidenceOf("low-adoption"))
                .containsExactly(
                        "2026-01-08",
                        "2026-01-09",
                        "2026-01-10",
                        "2026-01-11",
                        "2026-01-12",
                        "2026-01-13",
                        "2026-01-14");
    }

    @Test
    void theEvidenceIsTheNewestTwentyDaysOfALongerMean(@TempDir Path folder) {
        ShippedPolicies.copyTo(folder);
        Path document = folder.resolve("customer.yaml");
        ShippedPolicies.edit(document, "days: 7 ", "days: 28");
        ShippedPolicies.edit(document, "knownAfterDays: 14", "knownAfterDays: 28");
        CustomerStory acme =
                story("acme", ShippedPolicies.read(folder))
                        .watching("low-adoption")
                        .at(START, seats(10), wentLive());
        assertThat(acme.until("2026-01-29T06:00:00Z").evidenceOf("low-adoption"))
                .hasSize(20)
                .startsWith("2026-01-09")
                .endsWith("2026-01-28");
    }

    @Test
    void withoutUsageTelemetryItIsOff(@TempDir Path folder) {
        ShippedPolicies.copyTo(folder);
        ShippedPolicies.edit(
                folder.resolve("customer.yaml"), "telemetry: true", "telemetry: false");
        Policies off = ShippedPolicies.read(folder);
        CustomerStory acme =
                story("acme", off).watching("low-adoption").at(START, seats(10), wentLive());
        acme.at("2026-01-01T09:00:00Z", used("ann"));
        assertThat(acme.until("2027-01-01T00:00:00Z").factors()).isEmpty();
    }
}
