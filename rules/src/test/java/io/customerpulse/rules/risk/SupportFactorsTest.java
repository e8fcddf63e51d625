package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.billingTicket;
import static io.customerpulse.rules.story.StoryFacts.closed;
import static io.customerpulse.rules.story.StoryFacts.csat;
import static io.customerpulse.rules.story.StoryFacts.nps;
import static io.customerpulse.rules.story.StoryFacts.reopened;
import static io.customerpulse.rules.story.StoryFacts.solved;
import static io.customerpulse.rules.story.StoryFacts.ticket;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.events.result.Confidence;
import io.customerpulse.rules.story.CustomerStory;
import io.customerpulse.rules.story.ShippedPolicies;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code repeated-poor-csat} and {@code billing-questions}. */
class SupportFactorsTest {

    private static final String FIRST = "2026-01-01T08:00:00Z";
    private static final String SECOND = "2026-02-01T08:00:00Z";
    private static final String THIRD = "2026-03-01T08:00:00Z";

    private final CustomerStory acme = story("acme");

    @Test
    void threePoorAnswersAreRepeated() {
        acme.watching("repeated-poor-csat").at(FIRST, csat(1)).at(SECOND, csat(1));
        assertThat(acme.factors()).isEmpty();
        acme.at(THIRD, csat(5), csat(1));
        assertThat(acme.factors()).containsExactly(entry("repeated-poor-csat", 15));
        assertThat(acme.evidenceOf("repeated-poor-csat"))
                .containsExactly("/story#e001", "/story#e002", "/story#e004");
    }

    @Test
    void anAnswerOfTwoIsNotPoor() {
        acme.watching("repeated-poor-csat").at(FIRST, csat(1), csat(1), csat(2), csat(2), nps(1));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void theyCountWithinNinetyDays() {
        acme.watching("repeated-poor-csat").at(FIRST, csat(1), csat(1));
        acme.at(justBefore(after("P90D", FIRST)), csat(1));
        assertThat(acme.factors()).containsOnlyKeys("repeated-poor-csat");
        assertThat(acme.until(after("P90D", FIRST)).factors()).isEmpty();
    }

    @Test
    void answersNinetyDaysApartAreNotRepeated() {
        acme.watching("repeated-poor-csat").at(FIRST, csat(1), csat(1));
        acme.at(after("P90D", FIRST), csat(1));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void aBillingTicketOfFinanceIsABillingQuestion() {
        acme.watching("billing-questions").at(FIRST, billingTicket("T-1", "FINANCE"));
        assertThat(acme.until("2027-01-01T00:00:00Z").factors())
                .containsExactly(entry("billing-questions", 10));
        assertThat(acme.confidenceOf("billing-questions")).isEmpty();
        assertThat(acme.evidenceOf("billing-questions")).containsExactly("/story#e001");
    }

    @Test
    void aBillingTicketOfAnUnknownRoleIsOneWithLowConfidence() {
        acme.watching("billing-questions").at(FIRST, billingTicket("T-1"));
        assertThat(acme.factors()).containsExactly(entry("billing-questions", 10));
        assertThat(acme.confidenceOf("billing-questions")).contains(Confidence.LOW);
    }

    @Test
    void oneTicketOfFinanceMakesTheConfidenceFull() {
        acme.watching("billing-questions");
        acme.at(FIRST, billingTicket("T-1"), billingTicket("T-2", "FINANCE"));
        assertThat(acme.confidenceOf("billing-questions")).isEmpty();
    }

    @Test
    void otherTicketsAreNoBillingQuestions() {
        acme.watching("billing-questions").at(FIRST, billingTicket("T-1", "ENGINEERING"));
        acme.at(FIRST, ticket("T-2", TicketGroup.TECHNICAL, Optional.of("FINANCE")), ticket("T-3"));
        assertThat(acme.factors()).isEmpty();
    }

    static Stream<Fact> ends() {
        return Stream.of(solved("T-1"), closed("T-1"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void itCountsUntilThirtyDaysAfterItWasSolvedOrClosed(Fact end) {
        acme.watching("billing-questions").at(FIRST, billingTicket("T-1", "FINANCE"));
        acme.at(SECOND, end).until(justBefore(after("P30D", SECOND)));
        assertThat(acme.factors()).containsOnlyKeys("billing-questions");
        assertThat(acme.until(after("P30D", SECOND)).factors()).isEmpty();
    }

    @Test
    void closingASolvedTicketProlongsNothing() {
        acme.watching("billing-questions").at(FIRST, billingTicket("T-1", "FINANCE"));
        acme.at(SECOND, solved("T-1")).at(after("P20D", SECOND), closed("T-1"));
        assertThat(acme.until(after("P30D", SECOND)).factors()).isEmpty();
    }

    @Test
    void aReopenedTicketIsUnsolved() {
        acme.watching("billing-questions").at(FIRST, billingTicket("T-1", "FINANCE"));
        acme.at(SECOND, solved("T-1")).at(after("P10D", SECOND), reopened("T-1"));
        assertThat(acme.until(after("P40D", SECOND)).factors())
                .containsOnlyKeys("billing-questions");
        String again = after("P50D", SECOND);
        acme.at(again, solved("T-1")).until(justBefore(after("P30D", again)));
        assertThat(acme.factors()).containsOnlyKeys("billing-questions");
        assertThat(acme.until(after("P30D", again)).factors()).isEmpty();
        assertThat(acme.scores()).hasSize(2);
    }

    @Test
    void aTicketReopenedAfterItRanOutCountsAgain() {
        acme.watching("billing-questions").at(FIRST, billingTicket("T-1", "FINANCE"));
        acme.at(SECOND, solved("T-1")).at(after("P40D", SECOND), reopened("T-1"));
        assertThat(acme.factors()).containsOnlyKeys("billing-questions");
        assertThat(acme.sinceOf("billing-questions")).isEqualTo(after("P40D", SECOND));
    }

    @Test
    void theLastTicketSolvedEndsIt() {
        acme.watching("billing-questions");
        acme.at(FIRST, billingTicket("T-1", "FINANCE"), billingTicket("T-2", "FINANCE"));
        acme.at(SECOND, solved("T-1")).at(THIRD, solved("T-2"));
        acme.until(justBefore(after("P30D", THIRD)));
        assertThat(acme.factors()).containsOnlyKeys("billing-questions");
        assertThat(acme.until(after("P30D", THIRD)).factors()).isEmpty();
    }

    @Test
    void aSolvedTicketLingersForAsLongAsThePolicySays(@TempDir Path folder) {
        ShippedPolicies.copyTo(folder);
        ShippedPolicies.edit(
                folder.resolve("risk.yaml"),
                "points: 10\n    lasts: P30D\n  no-expansion",
                "points: 10\n    lasts: P200D\n  no-expansion");
        CustomerStory beta =
                story("beta", ShippedPolicies.read(folder)).watching("billing-questions");
        beta.at(FIRST, billingTicket("T-1", "FINANCE")).at(SECOND, solved("T-1"));
        beta.at(after("P150D", SECOND), updated());
        beta.until(justBefore(after("P200D", SECOND)));
        assertThat(beta.factors()).containsOnlyKeys("billing-questions");
        assertThat(beta.until(after("P200D", SECOND)).factors()).isEmpty();
    }
}
