package io.customerpulse.rules.customer;

import static io.customerpulse.rules.story.StoryFacts.incident;
import static io.customerpulse.rules.story.StoryFacts.incidentNaming;
import static io.customerpulse.rules.story.StoryFacts.maintenance;
import static io.customerpulse.rules.story.StoryFacts.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.rules.story.ShippedPolicies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is told of what, in one shard. */
class DirectoryTest {

    private static final String NINE = "2026-01-05T09:00:00Z";
    private static final String TEN = "2026-01-05T10:00:00Z";
    private static final String ELEVEN = "2026-01-05T11:00:00Z";
    private static final String NOON = "2026-01-05T12:00:00Z";

    /** Three customers of one shard, and one of another. */
    private static final List<String> SHARD =
            IntStream.range(0, 10_000)
                    .mapToObj(number -> "customer-" + number)
                    .filter(customer -> Directory.shardOf(customer) == 0)
                    .limit(3)
                    .toList();

    private static final String ANN = SHARD.get(0);
    private static final String BOB = SHARD.get(1);
    private static final String CID = SHARD.get(2);
    private static final String STRANGER =
            IntStream.range(0, 10_000)
                    .mapToObj(number -> "customer-" + number)
                    .filter(customer -> Directory.shardOf(customer) == 1)
                    .findFirst()
                    .orElseThrow();

    private final Set<String> known = new TreeSet<>();
    private final List<String> told = new ArrayList<>();
    private SharedCauses causes = new SharedCauses();
    private int events;

    private boolean arrives(String customer, String at) {
        return apply(new DirectoryEntry.Arrival(customer, Instant.parse(at)));
    }

    private boolean happens(String at, Fact fact) {
        return happens(at, at, Optional.empty(), fact);
    }

    private boolean happensTo(String subject, String at, Fact fact) {
        return happens(at, at, Optional.of(subject), fact);
    }

    private boolean happens(String at, String time, Optional<String> subject, Fact fact) {
        String id = "e" + ++events;
        InputEvent event = new InputEvent("/story", id, Instant.parse(time), subject, fact);
        return apply(new DirectoryEntry.Shared(0, event, Instant.parse(at), Optional.empty()));
    }

    private boolean apply(DirectoryEntry entry) {
        told.clear();
        return directory().apply(entry);
    }

    private Directory directory() {
        Directory.KnownCustomers customers =
                new Directory.KnownCustomers() {
                    @Override
                    public boolean add(String customer) {
                        return known.add(customer);
                    }

                    @Override
                    public Iterable<String> all() {
                        return known;
                    }
                };
        return new Directory(
                ShippedPolicies.read().customer(),
                0,
                causes,
                customers,
                delivery -> told.add(inWords(delivery)));
    }

    private static String inWords(Delivery delivery) {
        String what = delivery.event().fact().type().typeName();
        return "%s of %s at %s%s"
                .formatted(
                        delivery.customer(),
                        what,
                        delivery.at(),
                        delivery.concerned() ? "" : ", not concerned");
    }

    private static String opened(String customer, String at) {
        return customer + " of incident.opened at " + at;
    }

    private static String ended(String customer, String at) {
        return customer + " of incident.resolved at " + at;
    }

    @Test
    void anIncidentThatNamesNobodyConcernsEveryoneKnown() {
        arrives(ANN, NINE);
        arrives(BOB, NINE);
        assertThat(happens(TEN, incident("I-1"))).isTrue();
        assertThat(told).containsExactlyInAnyOrder(opened(ANN, TEN), opened(BOB, TEN));
    }

    @Test
    void itsEndConcernsEveryoneToo() {
        arrives(ANN, NINE);
        happens(TEN, incident("I-1"));
        assertThat(happens(ELEVEN, resolved("I-1"))).isTrue();
        assertThat(told).containsExactly(ended(ANN, ELEVEN));
    }

    @Test
    void anIncidentConcernsItsSubjectIfItNamesNobody() {
        arrives(ANN, NINE);
        arrives(BOB, NINE);
        happensTo(BOB, TEN, incident("I-1"));
        assertThat(told).containsExactly(opened(BOB, TEN));
    }

    @Test
    void itsEndConcernsThoseOfTheOpeningWhateverItNames() {
        arrives(ANN, NINE);
        happensTo(BOB, TEN, incident("I-1"));
        happens(ELEVEN, resolved("I-1"));
        assertThat(told).containsExactly(ended(BOB, ELEVEN));
    }

    @Test
    void theCustomersNamedWinOverTheSubject() {
        happensTo(ANN, TEN, incidentNaming("I-1", BOB, CID, STRANGER));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        opened(BOB, TEN), opened(CID, TEN), opened(ANN, TEN) + ", not concerned");
    }

    @Test
    void aSubjectThatIsNamedIsToldOnce() {
        happensTo(ANN, TEN, incidentNaming("I-1", ANN, ANN));
        assertThat(told).containsExactly(opened(ANN, TEN));
    }

    @Test
    void anIncidentThatNamesAnEmptyListConcernsNobody() {
        arrives(ANN, NINE);
        happens(TEN, incidentNaming("I-1"));
        assertThat(told).isEmpty();
        arrives(BOB, ELEVEN);
        assertThat(told).isEmpty();
    }

    @Test
    void aNamedCustomerHasArrived() {
        happens(NINE, incident("I-all"));
        happens(TEN, incidentNaming("I-1", ANN));
        assertThat(told).containsExactly(opened(ANN, TEN), opened(ANN, TEN));
        assertThat(arrives(ANN, ELEVEN)).isFalse();
    }

    @Test
    void whoArrivesLaterIsToldOfOpenIncidentsOfEveryone() {
        happens(NINE, incident("I-1"));
        happensTo(ANN, NINE, incident("I-2"));
        arrives(BOB, TEN);
        assertThat(told).containsExactly(opened(BOB, TEN));
        happens(ELEVEN, resolved("I-1"));
        assertThat(told).containsExactlyInAnyOrder(ended(ANN, ELEVEN), ended(BOB, ELEVEN));
    }

    @Test
    void whoArrivesAfterTheEndIsNotTold() {
        happens(NINE, incident("I-1"));
        happens(TEN, resolved("I-1"));
        arrives(ANN, ELEVEN);
        assertThat(told).isEmpty();
    }

    @Test
    void whoArrivesTwiceIsToldOnce() {
        happens(NINE, incident("I-1"));
        arrives(ANN, TEN);
        assertThat(arrives(ANN, ELEVEN)).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void customersOfOtherShardsAreServedElsewhere() {
        happens(NINE, incident("I-1"));
        assertThat(arrives(STRANGER, TEN)).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void anArrivalAtTheInstantOfAnIncidentComesAfterIt() {
        DirectoryEntry arrival = new DirectoryEntry.Arrival(ANN, Instant.parse(NINE));
        InputEvent event =
                new InputEvent(
                        "/story", "x", Instant.parse(NINE), Optional.empty(), incident("I-1"));
        DirectoryEntry shared =
                new DirectoryEntry.Shared(0, event, Instant.parse(NINE), Optional.empty());
        assertThat(List.of(arrival, shared).stream().sorted(DirectoryEntry.ORDER))
                .containsExactly(shared, arrival);
    }

    @Test
    void aSecondOpeningOfAnOpenIncidentIsIgnored() {
        arrives(ANN, NINE);
        happens(TEN, incident("I-1"));
        assertThat(happens(ELEVEN, incidentNaming("I-1", BOB))).isFalse();
        assertThat(told).isEmpty();
        happens(NOON, resolved("I-1"));
        assertThat(told).containsExactly(ended(ANN, NOON));
    }

    @Test
    void anIncidentMayBeOpenedAgainAfterItsEnd() {
        arrives(ANN, NINE);
        happens(TEN, incident("I-1"));
        happens(ELEVEN, resolved("I-1"));
        assertThat(happens(NOON, incident("I-1"))).isTrue();
        assertThat(told).containsExactly(opened(ANN, NOON));
    }

    @Test
    void theEndOfAnIncidentThatIsNotOpenOnlyShowsItsSubject() {
        happens(NINE, incident("I-all"));
        assertThat(happensTo(ANN, TEN, resolved("I-1"))).isFalse();
        assertThat(told).containsExactly(opened(ANN, TEN), ended(ANN, TEN) + ", not concerned");
    }

    @Test
    void theEndOfAnUnknownIncidentOnlyShowsItsSubject() {
        assertThat(happensTo(ANN, TEN, resolved("I-1"))).isFalse();
        assertThat(told).containsExactly(ended(ANN, TEN) + ", not concerned");
    }

    @Test
    void forceMajeureReachesEveryoneAndWhoeverArrivesWhileItLasts() {
        arrives(ANN, NINE);
        happens(TEN, new ServiceFact.ForceMajeureDeclared("flood"));
        assertThat(told).containsExactly(ANN + " of force_majeure.declared at " + TEN);

        arrives(BOB, ELEVEN);
        assertThat(told).containsExactly(BOB + " of force_majeure.declared at " + ELEVEN);

        happens(NOON, new ServiceFact.ForceMajeureEnded("flood"));
        assertThat(told)
                .containsExactly(
                        ANN + " of force_majeure.ended at " + NOON,
                        BOB + " of force_majeure.ended at " + NOON);
        arrives(CID, NOON);
        assertThat(told).isEmpty();
    }

    @Test
    void forceMajeureOfOneCustomerReachesNobodyElse() {
        arrives(BOB, NINE);
        happensTo(ANN, TEN, new ServiceFact.ForceMajeureDeclared("flood"));
        assertThat(told).containsExactly(ANN + " of force_majeure.declared at " + TEN);

        arrives(CID, ELEVEN);
        assertThat(told).isEmpty();
    }

    @Test
    void theEndOfACauseForOneCustomerDoesNotEndItForEveryone() {
        happens(TEN, new ServiceFact.ForceMajeureDeclared("flood"));
        happensTo(ANN, ELEVEN, new ServiceFact.ForceMajeureEnded("flood"));
        arrives(BOB, NOON);
        assertThat(told).containsExactly(BOB + " of force_majeure.declared at " + NOON);
    }

    @Test
    void aCopyChangesNothing() {
        arrives(ANN, NINE);
        happens(TEN, incident("I-1"));
        happens(ELEVEN, resolved("I-1"));
        events = 0;
        assertThat(happens(NOON, incident("I-1"))).as("e1 again").isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void aCopyIsRecognisedForLessThanThirtyDays() {
        happens(TEN, incident("I-1"));
        happens(ELEVEN, resolved("I-1"));
        events = 0;
        assertThat(happens("2026-02-04T09:59:59.999Z", incident("I-1"))).isFalse();
        events = 0;
        assertThat(happens("2026-02-04T10:00:00Z", incident("I-1"))).isTrue();
    }

    @Test
    void maintenanceForEveryoneIsToldToThoseWhoArriveBeforeItsEnd() {
        happens(NINE, maintenance(TEN, NOON));
        arrives(ANN, "2026-01-05T11:59:59.999Z");
        assertThat(told)
                .containsExactly(ANN + " of maintenance.scheduled at 2026-01-05T11:59:59.999Z");
        arrives(BOB, NOON);
        assertThat(told).isEmpty();
    }

    @Test
    void maintenanceOfACustomerConcernsItAlone() {
        arrives(ANN, NINE);
        happensTo(BOB, NINE, maintenance(TEN, NOON));
        assertThat(told).containsExactly(BOB + " of maintenance.scheduled at " + NINE);
        arrives(CID, TEN);
        assertThat(told).isEmpty();
    }

    @Test
    void aLateIncidentCountsFromTheInstantTheStreamHadReached() {
        arrives(ANN, NINE);
        happens(NOON, TEN, Optional.empty(), incident("I-1"));
        assertThat(told).containsExactly(opened(ANN, NOON));
    }

    @Test
    void whatIsOpenIsReadAsItWasWritten() throws IOException {
        happens(NINE, incident("I-1"));
        happensTo(ANN, NINE, incident("I-2"));
        happens(NINE, maintenance(TEN, NOON));
        byte[] written = bytes(causes);
        causes = SharedCauses.read(new DataInputStream(new ByteArrayInputStream(written)));
        assertThat(bytes(causes)).isEqualTo(written);
        arrives(BOB, TEN);
        assertThat(told)
                .containsExactly(opened(BOB, TEN), BOB + " of maintenance.scheduled at " + TEN);
        happens(ELEVEN, resolved("I-2"));
        assertThat(told).containsExactly(ended(ANN, ELEVEN));
        events = 0;
        assertThat(happens(ELEVEN, incident("I-1"))).as("e1 again").isFalse();
    }

    @Test
    void shardsAreFilledEvenly() {
        Integer[] sizes = new Integer[Directory.SHARDS];
        Arrays.fill(sizes, 0);
        IntStream.range(0, 32_000).forEach(n -> sizes[Directory.shardOf("customer-" + n)]++);
        assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(850, 1_150));
    }

    private static byte[] bytes(SharedCauses causes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        causes.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
