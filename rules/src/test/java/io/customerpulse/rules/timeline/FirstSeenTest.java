package io.customerpulse.rules.timeline;

import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.incident;
import static io.customerpulse.rules.story.StoryFacts.incidentNaming;
import static io.customerpulse.rules.story.StoryFacts.maintenance;
import static io.customerpulse.rules.story.StoryFacts.resolved;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A customer is first seen by its first event of any kind, and scored from then on. */
class FirstSeenTest {

    private static final String NINE = "2026-01-05T09:00:00Z";
    private static final String TEN = "2026-01-05T10:00:00Z";

    private final CustomerStory acme = story("acme");

    @Test
    void aSparseEventShowsTheCustomer() {
        assertThat(acme.at(NINE, ticket("T-1")).history()).containsExactly(NINE + " 0 GREEN");
    }

    @Test
    void anActionOfAUserShowsTheCustomer() {
        assertThat(acme.at(NINE, used("ann")).history()).containsExactly(NINE + " 0 GREEN");
    }

    @Test
    void aReportOfUsageShowsTheCustomer() {
        acme.at(NINE, usage("2026-01-05", 0));
        assertThat(acme.history()).containsExactly(NINE + " 0 GREEN");
    }

    @Test
    void aReportOfACompleteDayShowsTheCustomer() {
        acme.at(NINE, usage("2026-01-04", 3));
        assertThat(acme.history()).containsExactly(NINE + " 0 GREEN");
    }

    @Test
    void aReportOfADayTooOldToBeKeptShowsTheCustomerToo() {
        acme.at(NINE, usage("2024-01-04", 3));
        assertThat(acme.history()).containsExactly(NINE + " 0 GREEN");
    }

    @Test
    void anIncidentThatNamesTheCustomerShowsIt() {
        acme.shared(NINE, incidentNaming("I-1", "beta", "acme"));
        assertThat(acme.until("2026-01-05T14:00:00Z").history())
                .containsExactly(
                        NINE + " 0 GREEN",
                        "2026-01-05T14:00:00Z 25 YELLOW downtime=25",
                        "2026-01-05T14:00:00Z announced GREEN -> YELLOW");
    }

    @Test
    void anIncidentOfTheCustomerThatNamesOthersShowsItButConcernsThem() {
        acme.concerningOthers(NINE, incidentNaming("I-1", "beta"));
        assertThat(acme.until("2026-02-01T00:00:00Z").history()).containsExactly(NINE + " 0 GREEN");
    }

    @Test
    void copiesOfSharedEventsDoNotShowIt() {
        acme.shared(
                "2026-01-01T00:00:00Z",
                maintenance("2026-01-09T00:00:00Z", "2026-01-10T00:00:00Z"));
        acme.shared(NINE, incident("I-1")).shared(TEN, resolved("I-1"));
        assertThat(acme.until("2026-02-01T00:00:00Z").history()).isEmpty();
    }

    @Test
    void aSharedIncidentCountsFromFirstSeenOnly() {
        acme.shared("2026-01-05T00:00:00Z", incident("I-1")).at(NINE, ticket("T-1"));
        acme.until("2026-01-05T13:59:59.999Z");
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.until("2026-01-05T14:00:00Z").factors()).containsOnlyKeys("downtime");
    }

    @Test
    void theEarliestEventCountsEvenIfTelemetryArrivedBeforeIt() {
        CustomerRun run = CustomerRun.of("acme", ShippedPolicies.read());
        run.arrive(delivery("b", TEN, used("ann")));
        run.arrive(delivery("a", NINE, ticket("T-1")));
        run.advanceTo(Instant.parse("2026-01-06T00:00:00Z"));
        assertThat(run.record().life().firstSeen()).contains(Instant.parse(NINE));
        assertThat(run.record().life().number()).isOne();
        assertThat(run.emissions()).hasSize(1);
    }

    @Test
    void theEarliestTelemetryCountsWhicheverArrivedFirst() {
        CustomerRun run = CustomerRun.of("acme", ShippedPolicies.read());
        run.arrive(delivery("b", TEN, used("ann")));
        run.arrive(delivery("a", NINE, used("bob")));
        run.advanceTo(Instant.parse("2026-01-06T00:00:00Z"));
        assertThat(run.record().life().firstSeen()).contains(Instant.parse(NINE));
    }

    private static Delivery delivery(String id, String time, Fact fact) {
        return Delivery.onTime(
                "acme",
                new InputEvent("/story", id, Instant.parse(time), Optional.of("acme"), fact));
    }
}
