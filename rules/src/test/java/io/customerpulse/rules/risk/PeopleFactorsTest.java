package io.customerpulse.rules.risk;

import static io.customerpulse.events.fact.StakeholderRole.CHAMPION;
import static io.customerpulse.events.fact.StakeholderRole.EXECUTIVE_SPONSOR;
import static io.customerpulse.events.fact.StakeholderRole.FINANCE_LEAD;
import static io.customerpulse.events.fact.StakeholderRole.OTHER;
import static io.customerpulse.events.fact.StakeholderRole.TECHNICAL_LEAD;
import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.appointed;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.departed;
import static io.customerpulse.rules.story.StoryFacts.organization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.story.CustomerStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code stakeholder-departed} and {@code budget-cut}. */
class PeopleFactorsTest {

    private static final String FIRST = "2026-01-01T08:00:00Z";
    private static final String SECOND = "2026-03-01T08:00:00Z";

    private final CustomerStory acme = story("acme");

    @Test
    void theSponsorsDepartureCountsThirty() {
        assertThat(acme.at(FIRST, departed(EXECUTIVE_SPONSOR)).factors())
                .containsExactly(entry("stakeholder-departed", 30));
    }

    @ParameterizedTest
    @EnumSource(names = {"TECHNICAL_LEAD", "FINANCE_LEAD", "CHAMPION"})
    void theDepartureOfAnotherKeyRoleCountsTwentyFive(StakeholderRole role) {
        assertThat(acme.at(FIRST, departed(role)).factors())
                .containsExactly(entry("stakeholder-departed", 25));
    }

    @Test
    void otherRolesAreNotKey() {
        assertThat(acme.at(FIRST, departed(OTHER)).factors()).isEmpty();
    }

    @Test
    void severalDeparturesCountOnceWithTheLargest() {
        acme.at(FIRST, departed(CHAMPION), departed(EXECUTIVE_SPONSOR), departed(FINANCE_LEAD));
        assertThat(acme.factors()).containsExactly(entry("stakeholder-departed", 30));
        assertThat(acme.evidenceOf("stakeholder-departed"))
                .containsExactly("/story#e001", "/story#e002", "/story#e003");
    }

    @Test
    void aDepartureIsOverWithTheAppointmentToThatRole() {
        acme.at(FIRST, departed(CHAMPION)).at(SECOND, appointed(CHAMPION));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void anAppointmentToAnotherRoleChangesNothing() {
        acme.at(FIRST, departed(CHAMPION)).at(SECOND, appointed(TECHNICAL_LEAD));
        assertThat(acme.factors()).containsOnlyKeys("stakeholder-departed");
    }

    @Test
    void sinceSurvivesAChangeOfPoints() {
        acme.at(FIRST, departed(CHAMPION)).at(SECOND, departed(EXECUTIVE_SPONSOR));
        assertThat(acme.factors()).containsExactly(entry("stakeholder-departed", 30));
        assertThat(acme.sinceOf("stakeholder-departed")).isEqualTo(FIRST);
        acme.at("2026-04-01T00:00:00Z", appointed(EXECUTIVE_SPONSOR));
        assertThat(acme.factors()).containsExactly(entry("stakeholder-departed", 25));
        assertThat(acme.sinceOf("stakeholder-departed")).isEqualTo(FIRST);
        assertThat(acme.evidenceOf("stakeholder-departed")).containsExactly("/story#e001");
    }

    @Test
    void aDepartureCountsForLessThan180Days() {
        acme.at(FIRST, departed(CHAMPION)).until(justBefore(after("P180D", FIRST)));
        assertThat(acme.factors()).containsOnlyKeys("stakeholder-departed");
        assertThat(acme.until(after("P180D", FIRST)).factors()).isEmpty();
    }

    @Test
    void theLastDepartureFromARoleCounts() {
        acme.at(FIRST, departed(CHAMPION)).at(SECOND, departed(CHAMPION));
        acme.until(justBefore(after("P180D", SECOND)));
        assertThat(acme.factors()).containsOnlyKeys("stakeholder-departed");
        assertThat(acme.until(after("P180D", SECOND)).factors()).isEmpty();
    }

    @Test
    void eachRoleRunsOutByItself() {
        acme.at(FIRST, departed(EXECUTIVE_SPONSOR)).at(SECOND, departed(CHAMPION));
        assertThat(acme.until(after("P180D", FIRST)).factors())
                .containsExactly(entry("stakeholder-departed", 25));
    }

    @Test
    void aRoleFilledAndVacatedAtOneInstantHasNotChanged() {
        acme.at(FIRST, departed(CHAMPION)).at(SECOND, appointed(CHAMPION), departed(CHAMPION));
        assertThat(acme.sinceOf("stakeholder-departed")).isEqualTo(FIRST);
        assertThat(acme.scores()).hasSize(1);
    }

    @Test
    void aBudgetCutCountsForLessThan180Days() {
        acme.at(FIRST, budgetCut());
        assertThat(acme.factors()).containsExactly(entry("budget-cut", 15));
        acme.until(justBefore(after("P180D", FIRST)));
        assertThat(acme.factors()).containsOnlyKeys("budget-cut");
        assertThat(acme.until(after("P180D", FIRST)).factors()).isEmpty();
    }

    @Test
    void anotherBudgetCutExtendsTheFirst() {
        acme.at(FIRST, budgetCut()).at(SECOND, budgetCut());
        assertThat(acme.factors()).containsExactly(entry("budget-cut", 15));
        acme.until(justBefore(after("P180D", SECOND)));
        assertThat(acme.sinceOf("budget-cut")).isEqualTo(FIRST);
        assertThat(acme.until(after("P180D", SECOND)).factors()).isEmpty();
        assertThat(acme.scores()).hasSize(2);
    }

    @Test
    void aBudgetCutAtTheInstantTheLastOneRunsOutGoesOn() {
        String end = after("P180D", FIRST);
        acme.at(FIRST, budgetCut()).at(end, budgetCut());
        assertThat(acme.sinceOf("budget-cut")).isEqualTo(FIRST);
        assertThat(acme.scores()).hasSize(1);
    }

    @Test
    void otherChangesOfTheOrganizationAreNoBudgetCut() {
        assertThat(acme.at(FIRST, organization(OrganizationChange.MERGER)).factors())
                .containsOnlyKeys("merger");
    }
}
