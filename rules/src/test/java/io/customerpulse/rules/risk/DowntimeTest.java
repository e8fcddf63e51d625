package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.incident;
import static io.customerpulse.rules.story.StoryFacts.incidentOf;
import static io.customerpulse.rules.story.StoryFacts.maintenance;
import static io.customerpulse.rules.story.StoryFacts.maintenanceAnnounced;
import static io.customerpulse.rules.story.StoryFacts.resolved;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.rules.story.CustomerStory;
import org.junit.jupiter.api.Test;

class DowntimeTest {

    private static final String SEEN = "2026-01-01T00:00:00Z";

    private final CustomerStory acme = story("acme").at(SEEN, updated());

    /** An incident of the customer's own on a January day. */
    private void down(int day, String from, String until) {
        String id = "I-" + day + from;
        acme.at(time(day, from), incident(id)).at(time(day, until), resolved(id));
    }

    private static String time(int day, String clock) {
        return "2026-01-%02dT%sZ".formatted(day, clock);
    }

    @Test
    void exactlyFiveHoursOfClosedIncidentsAreNoDowntime() {
        down(5, "08:00:00", "13:00:00");
        assertThat(acme.until(time(20, "00:00:00")).factors()).isEmpty();
    }

    @Test
    void aMillisecondMoreThanFiveHoursIsDowntime() {
        down(5, "08:00:00", "12:00:00");
        down(7, "08:00:00", "09:00:00.001");
        assertThat(acme.factors()).containsExactly(entry("downtime", 25));
        assertThat(acme.sinceOf("downtime")).isEqualTo(time(7, "09:00:00"));
    }

    @Test
    void anOpenIncidentCountsTheInstantItReachesFiveHours() {
        acme.at(time(5, "08:00:00"), incident("I-1"));
        assertThat(acme.until(time(5, "12:59:59.999")).factors()).isEmpty();
        assertThat(acme.until(time(5, "13:00:00")).factors()).containsOnlyKeys("downtime");
    }

    @Test
    void anIncidentResolvedTheInstantItReachesFiveHoursIsNoDowntime() {
        acme.at(time(5, "08:00:00"), incident("I-1"));
        acme.at(time(5, "13:00:00"), resolved("I-1"));
        assertThat(acme.until(time(20, "00:00:00")).factors()).isEmpty();
    }

    @Test
    void timeThatSeveralIncidentsShareCountsOnce() {
        acme.at(time(5, "08:00:00"), incident("I-1"))
                .at(time(5, "09:00:00"), incident("I-2"))
                .at(time(5, "12:00:00"), resolved("I-1"))
                .at(time(5, "12:59:59"), resolved("I-2"));
        assertThat(acme.until(time(20, "00:00:00")).factors()).isEmpty();
    }

    @Test
    void itEndsTheInstantNoMoreThanFiveHoursAreLeftInThirtyDays() {
        down(5, "08:00:00", "14:00:00");
        String sixHoursShrinkToFive = after("P30D", time(5, "09:00:00"));
        assertThat(acme.until(justBefore(sixHoursShrinkToFive)).factors())
                .containsOnlyKeys("downtime");
        assertThat(acme.until(sixHoursShrinkToFive).factors()).isEmpty();
    }

    @Test
    void anIncidentCountsForAsLongAsAnyOfItLiesInTheWindow() {
        down(5, "08:00:00", "12:00:00");
        down(20, "08:00:00", "12:59:59.999");
        String lastMillisecond = after("P30D", time(5, "11:59:59.998"));
        acme.at(after("P30D", time(5, "11:59:00")), updated());
        assertThat(acme.until(lastMillisecond).factors()).containsOnlyKeys("downtime");
        assertThat(acme.until(after("PT0.001S", lastMillisecond)).factors()).isEmpty();
    }

    @Test
    void whileAsMuchLeavesTheWindowAsEntersItNothingChanges() {
        down(1, "00:00:00", "05:00:00");
        acme.at(after("P30D", SEEN), incident("I-open"));
        assertThat(acme.until(justBefore(after("P30DT5H", SEEN))).factors())
                .as("five hours that stand still")
                .isEmpty();
        acme.until(after("P30DT5H", SEEN));
        assertThat(acme.factors()).as("five hours that grow").containsOnlyKeys("downtime");
    }

    @Test
    void anIncidentStillOpenAfterThirtyDaysGoesOn() {
        acme.at(time(5, "08:00:00"), incident("I-1")).until("2027-01-01T00:00:00Z");
        assertThat(acme.factors()).containsOnlyKeys("downtime");
        assertThat(acme.scores()).hasSize(2);
    }

    @Test
    void aSecondOpeningOfAnOpenIncidentIsIgnored() {
        acme.at(time(5, "08:00:00"), incident("I-1"))
                .at(time(5, "12:00:00"), incident("I-1"))
                .at(time(5, "14:00:00"), resolved("I-1"));
        assertThat(acme.sinceOf("downtime")).isEqualTo(time(5, "13:00:00"));
        assertThat(acme.evidenceOf("downtime")).containsExactly("/story#e002");
    }

    @Test
    void anIncidentOpenedAgainAfterItsEndIsAnother() {
        acme.at(time(5, "08:00:00"), incident("I-1"))
                .at(time(5, "11:00:00"), resolved("I-1"))
                .at(time(6, "08:00:00"), incident("I-1"))
                .at(time(6, "11:00:00"), resolved("I-1"));
        assertThat(acme.sinceOf("downtime")).isEqualTo(time(6, "10:00:00"));
    }

    @Test
    void theEndOfAnIncidentThatIsNotOpenChangesNothing() {
        acme.at(time(5, "08:00:00"), resolved("I-1"));
        assertThat(acme.until(time(20, "00:00:00")).factors()).isEmpty();
    }

    @Test
    void whatWasBeforeTheCustomerWasFirstSeenDoesNotCount() {
        CustomerStory beta = story("beta");
        beta.toldAt("2026-01-10T00:00:00Z", "2026-01-09T00:00:00Z", incident("I-1"));
        beta.at("2026-01-10T00:00:00Z", updated());
        beta.until("2026-01-10T04:59:59.999Z");
        assertThat(beta.factors()).isEmpty();
        assertThat(beta.until("2026-01-10T05:00:00Z").factors()).containsOnlyKeys("downtime");
    }

    @Test
    void maintenanceAnnouncedSevenDaysBeforeItsStartIsNoDowntime() {
        acme.at(time(1, "08:00:00"), maintenance(time(8, "08:00:00"), time(8, "20:00:00")));
        down(8, "08:00:00", "20:00:00");
        assertThat(acme.until(time(20, "00:00:00")).factors()).isEmpty();
    }

    @Test
    void maintenanceAnnouncedAMillisecondLaterIsDowntime() {
        acme.at(time(1, "08:00:00.001"), maintenance(time(8, "08:00:00"), time(8, "20:00:00")));
        down(8, "08:00:00", "20:00:00");
        assertThat(acme.factors()).containsOnlyKeys("downtime");
    }

    @Test
    void maintenanceMayHaveBeenAnnouncedBeforeItsEvent() {
        acme.at(
                time(7, "00:00:00"),
                maintenanceAnnounced(
                        time(1, "08:00:00"), time(8, "08:00:00"), time(8, "20:00:00")));
        down(8, "08:00:00", "20:00:00");
        assertThat(acme.until(time(20, "00:00:00")).factors()).isEmpty();
    }

    @Test
    void onlyMaintenanceAfterItsOwnEventExcuses() {
        acme.at(time(8, "08:00:00"), incident("I-1"));
        acme.at(
                time(8, "12:00:00"),
                maintenanceAnnounced(
                        time(1, "08:00:00"), time(8, "08:00:00"), time(8, "20:00:00")));
        acme.at(time(8, "20:30:00"), resolved("I-1"));
        assertThat(acme.until(time(20, "00:00:00")).factors()).as("4 h 30 min").isEmpty();
        down(20, "08:00:00", "08:30:00.001");
        assertThat(acme.factors()).containsOnlyKeys("downtime");
    }

    @Test
    void maintenanceOfAServiceExcusesOnlyItsIncidents() {
        acme.at(SEEN, maintenance(time(10, "00:00:00"), time(11, "00:00:00"), "billing", "search"));
        acme.at(time(10, "01:00:00"), incidentOf("search", "I-1"))
                .at(time(10, "09:00:00"), resolved("I-1"));
        assertThat(acme.factors()).isEmpty();
        acme.at(time(10, "09:00:01"), incidentOf("mail", "I-2"))
                .at(time(10, "15:00:00"), resolved("I-2"));
        assertThat(acme.sinceOf("downtime")).isEqualTo(time(10, "14:00:01"));
    }

    @Test
    void maintenanceOfAServiceExcusesNoIncidentThatNamesNone() {
        acme.at(SEEN, maintenance(time(10, "00:00:00"), time(11, "00:00:00"), "search"));
        down(10, "01:00:00", "07:00:00");
        assertThat(acme.factors()).containsOnlyKeys("downtime");
    }

    @Test
    void anIncidentOfAnotherServiceDuringMaintenanceStillCounts() {
        acme.at(SEEN, maintenance(time(10, "00:00:00"), time(11, "00:00:00"), "search"));
        acme.at(time(10, "01:00:00"), incidentOf("search", "I-1"), incidentOf("mail", "I-2"));
        assertThat(acme.until(time(10, "06:00:00")).factors()).containsOnlyKeys("downtime");
    }

    @Test
    void downtimePausesDuringMaintenance() {
        acme.at(SEEN, maintenance(time(10, "04:00:00"), time(10, "05:00:00")));
        acme.at(time(10, "00:00:00"), incident("I-1"));
        assertThat(acme.until(time(10, "05:59:59.999")).factors()).isEmpty();
        assertThat(acme.until(time(10, "06:00:00")).factors()).containsOnlyKeys("downtime");
    }

    @Test
    void theEvidenceIsTheIncidentsInTimeOrder() {
        down(5, "08:00:00", "11:00:00");
        down(7, "08:00:00", "11:00:00");
        assertThat(acme.evidenceOf("downtime")).containsExactly("/story#e002", "/story#e004");
    }

    @Test
    void anIncidentOfBeforeFirstSeenIsTheFirstEvidence() {
        CustomerStory beta = story("beta").withId("a", SEEN, incident("I-1"));
        beta.toldAt(SEEN, "2025-12-01T00:00:00Z", incident("I-2"));
        assertThat(beta.until(after("PT5H", SEEN)).evidenceOf("downtime"))
                .containsExactly("/story#e001", "/story#a");
    }

    @Test
    void anIncidentThatMaintenanceExcusedIsNoEvidence() {
        acme.at(SEEN, maintenance(time(10, "00:00:00"), time(11, "00:00:00")));
        down(10, "01:00:00", "07:00:00");
        down(12, "01:00:00", "07:00:00");
        assertThat(acme.evidenceOf("downtime")).containsExactly("/story#e005");
    }

    @Test
    void anIncidentThatLeftTheWindowIsNoEvidence() {
        down(5, "08:00:00", "10:00:00");
        down(7, "08:00:00", "14:00:00");
        acme.at(after("P30D", time(5, "10:00:00")), budgetCut());
        assertThat(acme.evidenceOf("downtime")).containsExactly("/story#e004");
    }

    @Test
    void theSignalTellsWhenAnIncidentStopsBeingEvidence() {
        acme.at(time(5, "00:00:00"), incident("I-1"))
                .at(time(5, "05:30:00"), incident("I-2"))
                .at(time(5, "08:00:00"), resolved("I-2"))
                .at(time(5, "14:00:00"), resolved("I-1"));
        String secondLeaves = after("P30D", time(5, "08:00:00"));
        acme.until(secondLeaves);
        assertThat(acme.lastSignal().time()).isEqualTo(secondLeaves);
        assertThat(acme.lastSignal().contributions())
                .singleElement()
                .satisfies(c -> assertThat(c.evidence()).containsExactly("/story#e002"));
    }
}
