package io.customerpulse.rules.timeline;

import static io.customerpulse.rules.customer.CustomerFacts.Effect.NONE;
import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.csat;
import static io.customerpulse.rules.story.StoryFacts.erased;
import static io.customerpulse.rules.story.StoryFacts.incident;
import static io.customerpulse.rules.story.StoryFacts.maintenance;
import static io.customerpulse.rules.story.StoryFacts.resolved;
import static io.customerpulse.rules.story.StoryFacts.signedUntil;
import static io.customerpulse.rules.story.StoryFacts.ticket;
import static io.customerpulse.rules.story.StoryFacts.usage;
import static io.customerpulse.rules.story.StoryFacts.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.story.CustomerRun;
import io.customerpulse.rules.story.CustomerStory;
import io.customerpulse.rules.story.ShippedPolicies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An erased customer leaves a marker, and nothing more is said of it until it begins anew. */
class ErasureTest {

    private static final String BEFORE = "2026-01-05T08:00:00Z";
    private static final String ERASED = "2026-01-05T12:00:00Z";
    private static final String LATER = "2026-01-08T12:00:00Z";

    private final CustomerStory acme = story("acme");

    @Test
    void nothingButATombstoneFollows() {
        acme.at(BEFORE, budgetCut(), signedUntil("2026-02-01T00:00:00Z")).at(ERASED, erased());
        assertThat(acme.until("2027-01-01T00:00:00Z").history())
                .containsExactly(
                        BEFORE + " 25 YELLOW contract-ending=10 budget-cut=15",
                        BEFORE + " announced GREEN -> YELLOW",
                        ERASED + " forgotten on risk-scores");
    }

    @Test
    void aCustomerNeverSeenCanBeErased() {
        assertThat(acme.at(ERASED, erased()).history())
                .containsExactly(ERASED + " forgotten on risk-scores");
    }

    @Test
    void everythingOfTheInstantGoesWithIt() {
        acme.at(BEFORE, budgetCut()).at(ERASED, erased(), budgetCut());
        acme.at(LATER, ticket("T-1"));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void theNextEventStartsANewLife() {
        acme.at(BEFORE, budgetCut(), csat(1), csat(1)).at(ERASED, erased());
        acme.at(LATER, csat(1));
        assertThat(acme.history()).endsWith(LATER + " 0 GREEN");
        assertThat(acme.last().previousPoints()).isEmpty();
        assertThat(acme.record().life().number()).isEqualTo(2);
    }

    @Test
    void theAnnouncedBandOfTheNewLifeBeginsWithGreen() {
        acme.at(BEFORE, budgetCut(), signedUntil(BEFORE)).at(ERASED, erased());
        acme.at(LATER, signedUntil(LATER)).until("2026-03-01T00:00:00Z");
        assertThat(acme.history()).endsWith(LATER + " announced GREEN -> YELLOW");
    }

    @Test
    void aLateEventFromBeforeBringsNobodyBack() {
        acme.at(BEFORE, budgetCut()).at(ERASED, erased());
        acme.lateAt(LATER, "2026-01-05T11:00:00Z", budgetCut());
        assertThat(acme.history()).endsWith(ERASED + " forgotten on risk-scores");
        assertThat(acme.effects()).endsWith(NONE);
        assertThat(acme.record().life().firstSeen()).isEmpty();
    }

    @Test
    void aLateEventOfTheVeryInstantBringsNobodyBack() {
        acme.at(ERASED, erased()).lateAt(LATER, ERASED, budgetCut());
        assertThat(acme.record().life().firstSeen()).isEmpty();
    }

    @Test
    void aLateEventFromAfterStartsANewLife() {
        acme.at(ERASED, erased()).lateAt(LATER, "2026-01-05T12:00:00.001Z", budgetCut());
        assertThat(acme.history()).endsWith(LATER + " 15 GREEN budget-cut=15");
    }

    @Test
    void lateTelemetryFromBeforeBringsNobodyBack() {
        acme.at(BEFORE, used("ann")).at(ERASED, erased());
        acme.lateAt(LATER, "2026-01-05T11:00:00Z", used("bob"));
        acme.lateAt(after("P1D", LATER), BEFORE, usage("2026-01-04", 9));
        assertThat(acme.record().life().firstSeen()).isEmpty();
        assertThat(acme.record().usage().activeUsers(day("2026-01-05"))).isZero();
    }

    @Test
    void aCopyOfTheErasureChangesNothing() {
        acme.withId("x", ERASED, erased()).at(LATER, ticket("T-1"));
        acme.lateAt(after("P1D", LATER), ERASED, erased());
        assertThat(acme.record().life().firstSeen()).isPresent();
    }

    @Test
    void aSharedIncidentThatIsStillOpenCountsInTheNewLife() {
        acme.at(BEFORE, ticket("T-1")).shared("2026-01-05T09:00:00Z", incident("I-1"));
        acme.at(ERASED, erased()).at(LATER, ticket("T-2"));
        acme.until("2026-01-08T16:59:59.999Z");
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.until("2026-01-08T17:00:00Z").factors()).containsOnlyKeys("downtime");
    }

    @Test
    void aSharedIncidentThatEndsMeanwhileIsOver() {
        acme.at(BEFORE, ticket("T-1")).shared("2026-01-05T09:00:00Z", incident("I-1"));
        acme.at(ERASED, erased()).shared("2026-01-07T00:00:00Z", resolved("I-1"));
        assertThat(acme.at(LATER, ticket("T-2")).until("2026-02-01T00:00:00Z").factors()).isEmpty();
    }

    @Test
    void anIncidentOfTheCustomersOwnIsForgotten() {
        acme.at(BEFORE, incident("I-1")).at(ERASED, erased()).at(LATER, ticket("T-1"));
        assertThat(acme.until("2026-02-01T00:00:00Z").factors()).isEmpty();
    }

    @Test
    void maintenanceForEveryoneIsKeptAndTheCustomersOwnForgotten() {
        acme.shared(
                "2026-01-01T00:00:00Z",
                maintenance("2026-01-08T00:00:00Z", "2026-01-09T00:00:00Z"));
        acme.at(
                "2026-01-01T00:00:00Z",
                maintenance("2026-01-09T00:00:00Z", "2026-01-20T00:00:00Z"));
        acme.at(ERASED, erased());
        assertThat(acme.record().outages().maintenance())
                .extracting(window -> window.from().toString())
                .containsExactly("2026-01-08T00:00:00Z");
    }

    @Test
    void telemetryFromAfterAnErasureThatIsStillAwaitedStartsTheNewLife() {
        CustomerRun run = CustomerRun.of("acme", ShippedPolicies.read());
        run.arrive(delivery("a", BEFORE, used("ann")));
        run.arrive(delivery("b", ERASED, erased()));
        run.arrive(delivery("c", "2026-01-05T12:00:00.001Z", used("bob")));
        run.arrive(delivery("d", "2026-01-05T11:59:59.999Z", used("cid")));
        run.advanceTo(Instant.parse(LATER));
        assertThat(run.record().life().firstSeen())
                .contains(Instant.parse("2026-01-05T12:00:00.001Z"));
        assertThat(run.record().usage().activeUsers(day("2026-01-05"))).isOne();
    }

    @Test
    void telemetryFromAfterTheErasureStartsTheNewLife() {
        acme.at(BEFORE, used("ann")).at(ERASED, erased());
        acme.at("2026-01-05T12:00:00.001Z", used("ann"));
        assertThat(acme.history()).endsWith("2026-01-05T12:00:00.001Z 0 GREEN");
    }

    @Test
    void aReportForAFutureDayMadeBeforeTheErasureIsForgotten() {
        acme.at(BEFORE, usage("2026-01-07", 9)).at(ERASED, erased());
        acme.at("2026-01-07T10:00:00Z", used("ann"));
        assertThat(acme.record().usage().activeUsers(day("2026-01-07"))).isOne();
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    private static Delivery delivery(String id, String time, Fact fact) {
        return Delivery.onTime(
                "acme",
                new InputEvent("/story", id, Instant.parse(time), Optional.of("acme"), fact));
    }
}
