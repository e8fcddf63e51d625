package io.customerpulse.functions.serialization;

import static io.customerpulse.functions.ShippedPolicies.POLICIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.fact.UsageFact;
import io.customerpulse.events.result.FlagColor;
import io.customerpulse.events.result.FlagResult;
import io.customerpulse.events.result.RiskBand;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Directory;
import io.customerpulse.rules.customer.DirectoryEntry;
import io.customerpulse.rules.customer.NpsAnswers;
import io.customerpulse.rules.customer.Occurrence;
import io.customerpulse.rules.customer.Outages;
import io.customerpulse.rules.customer.RecentFacts;
import io.customerpulse.rules.customer.SharedCauses;
import io.customerpulse.rules.flag.FlagLifecycle;
import io.customerpulse.rules.flag.FlagState;
import io.customerpulse.rules.risk.PublishedRisk;
import io.customerpulse.rules.risk.RiskScore;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.sla.PinnedPolicy;
import io.customerpulse.rules.sla.ledger.LedgerRecord;
import io.customerpulse.rules.sla.ledger.SlaLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.assertion.RecursiveAssertionConfiguration.CollectionAssertionPolicy;
import org.assertj.core.api.recursive.assertion.RecursiveAssertionConfiguration.MapAssertionPolicy;
import org.assertj.core.api.recursive.assertion.RecursiveAssertionConfiguration.OptionalAssertionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State that the first format wrote is read by this version. The files were written once, under the
 * policies of that time, so what they hold is said here and not worked out again.
 */
class StateFormatTest {

    static List<StateExample<?>> examples() {
        return StateExample.all();
    }

    static Stream<StateExample<?>> messages() {
        return StateExample.all().stream().filter(e -> e.serializer().isImmutableType());
    }

    @ParameterizedTest
    @MethodSource("examples")
    <T> void nothingIsLostBetweenReadingAndWriting(StateExample<T> example) throws IOException {
        byte[] written = StateFiles.read(example.name());

        T restored = Bytes.read(example.serializer(), written);

        assertThat(Bytes.of(example.serializer(), restored)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("messages")
    <T> void whatWaitsInStateIsReadAsItWas(StateExample<T> example) throws IOException {
        assertThat(Bytes.read(example.serializer(), StateFiles.read(example.name())))
                .isEqualTo(example.value());
    }

    @Test
    void everyFileIsOfAnExample() throws IOException {
        try (Stream<Path> files = Files.list(StateFiles.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            examples().stream()
                                    .map(example -> StateFiles.fileName(example.name()))
                                    .toList());
        }
    }

    @Test
    void theExampleOfACompleteCustomerLeavesNoPartOfTheRecordEmpty() {
        assertThat(StateExample.completeCustomer())
                .usingRecursiveAssertion()
                .withCollectionAssertionPolicy(CollectionAssertionPolicy.COLLECTION_OBJECT_ONLY)
                .withMapAssertionPolicy(MapAssertionPolicy.MAP_OBJECT_ONLY)
                .withOptionalAssertionPolicy(OptionalAssertionPolicy.OPTIONAL_OBJECT_ONLY)
                // Of an erasure tells the example of an erased customer.
                .ignoringFields("life.erasedAt", "erasureAwaited")
                .allFieldsSatisfy(part -> !isEmpty(part));
    }

    private static boolean isEmpty(Object part) {
        return Set.of(List.of(), Map.of(), Set.of(), Optional.empty(), OptionalLong.empty())
                .contains(part);
    }

    @Test
    void aCompleteCustomerKeepsWhatItSaysAndDoesAndWhatFailed() throws IOException {
        CustomerRecord record = record("customer-record-complete");
        Instant at = Instant.parse("2026-03-02T12:00:00Z");
        Duration month = Duration.ofDays(30);

        assertThat(record.industry()).contains("Retail");
        assertThat(record.contract().disputed()).isPresent();
        assertThat(record.contract().priceIncreased()).isPresent();
        assertThat(record.training().orElseThrow().value()).isEqualByComparingTo("42.5");
        assertThat(record.nps().latest(at.minus(month), at))
                .extracting(NpsAnswers.Answer::rating)
                .containsExactly(2, 3, 1);
        assertThat(record.support().billingQuestions().tickets())
                .extracting(ticket -> ticket.solved().isPresent())
                .containsExactly(false, true);
        assertThat(record.engagement().sponsorContacts().within(at, month)).hasSize(1);
        assertThat(record.engagement().actions().within(at, month)).hasSize(3);
        assertThat(record.engagement().referrals().within(at, month)).hasSize(1);
        assertThat(record.engagement().testimonials().within(at, month))
                .extracting(RecentFacts.Fact::reference)
                .containsExactly("/test#46");
        assertThat(record.organization().sponsor().known())
                .map(Occurrence::reference)
                .contains("/test#45");
        assertThat(record.toldConditions().ended(Set.of("nps-drop")))
                .contains("advocate", "sponsor-strong")
                .doesNotContain("nps-drop");
        assertThat(record.engagement().opportunities().named("O-1")).isPresent();
        assertThat(record.engagement().expansionsWon().within(at, month)).hasSize(1);
        assertThat(record.achievements().goalsMet()).isEqualTo(1);
        assertThat(record.achievements().returnOnInvestment().orElseThrow())
                .isEqualByComparingTo("1.25");
        assertThat(record.dataQualityIssues().named("D-1")).isPresent();
        assertThat(record.failedIntegrations().named("crm")).isPresent();
        assertThat(record.downturns().named("Retail")).isPresent();
        long day = LocalDate.parse("2026-02-14").toEpochDay();
        assertThat(record.usage().features(day, day)).isEqualTo(2);
        assertThat(record.usage().contentItems(day, day)).isEqualTo(12);
        assertThat(record.usage().integrations(day, day)).hasValue(2);
    }

    @Test
    void aCustomerKeepsItsLifeAndItsAccount() throws IOException {
        CustomerRecord record = record("customer-record");

        assertThat(record.life().number()).isEqualTo(1);
        assertThat(record.life().firstSeen()).contains(Instant.parse("2026-02-01T09:00:00Z"));
        assertThat(record.life().churned()).isFalse();
        assertThat(record.life().erasedAt()).isEmpty();
        assertThat(record.contract().end().orElseThrow().value()).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(record.contract().end().orElseThrow().by().time())
                .isEqualTo("2026-02-01T09:00:00Z");
        assertThat(record.seats().current()).contains(BigDecimal.valueOf(20));
        assertThat(record.implementation().goLive())
                .contains(Instant.parse("2026-02-01T11:00:00Z"));
        assertThat(record.nextTurn()).isPresent();
        assertThat(record.erasureAwaited()).isEmpty();
        assertThat(record.lastAssessment().since("budget-cut")).isEqualTo("2026-02-11T10:00:00Z");
    }

    @Test
    void aCustomerKeepsItsFactsOfEachKindApart() throws IOException {
        CustomerRecord record = record("customer-record");
        Instant at = Instant.parse("2026-03-02T12:00:00Z");

        assertThat(
                        record.support()
                                .ticketsOpened()
                                .within(at, POLICIES.customer().tickets().window()))
                .hasSize(25);
        assertThat(record.support().csatAnswers().within(at, POLICIES.customer().csat().window()))
                .extracting(RecentFacts.Fact::value)
                .containsExactly(1L, 2L, 3L);
        assertThat(
                        record.organization()
                                .budgetCuts()
                                .within(at, POLICIES.risk().budgetCut().lasts()))
                .extracting(RecentFacts.Fact::time)
                .containsExactly(Instant.parse("2026-02-11T10:00:00Z"));
        assertThat(record.organization().departures().from(StakeholderRole.EXECUTIVE_SPONSOR))
                .map(Occurrence::time)
                .contains(Instant.parse("2026-02-10T10:00:00Z"));
    }

    @Test
    void aCustomerKeepsItsOutages() throws IOException {
        Outages outages = record("customer-record").outages();

        assertThat(outages.incidents())
                .containsExactly(
                        new Outages.Incident(
                                "I-1",
                                Instant.parse("2026-03-01T10:00:00Z"),
                                Optional.of(Instant.parse("2026-03-01T18:00:00Z")),
                                Optional.empty(),
                                false,
                                "/status#I-1 opened 2026-03-01T10:00:00Z"),
                        new Outages.Incident(
                                "I-2",
                                Instant.parse("2026-03-02T09:00:00Z"),
                                Optional.empty(),
                                Optional.of("api"),
                                true,
                                "/status#I-2 opened 2026-03-02T09:00:00Z"));
        assertThat(outages.maintenance())
                .extracting(
                        Outages.Maintenance::from,
                        Outages.Maintenance::until,
                        Outages.Maintenance::services)
                .containsExactly(
                        tuple(
                                Instant.parse("2026-03-10T00:00:00Z"),
                                Instant.parse("2026-03-10T06:00:00Z"),
                                List.of("api")));
    }

    @Test
    void aCustomerKeepsItsUsageOfClosedAndOpenDays() throws IOException {
        CustomerRecord record = record("customer-record");
        long openDay = LocalDate.parse("2026-03-02").toEpochDay();

        assertThat(record.usage().activeUsers(LocalDate.parse("2026-02-14").toEpochDay()))
                .isEqualTo(7);
        assertThat(record.usage().activeUsers(LocalDate.parse("2026-02-15").toEpochDay()))
                .isEqualTo(1);
        assertThat(record.usage().firstUsageDay())
                .hasValue(LocalDate.parse("2026-02-14").toEpochDay());
        assertThat(record.usage().use(openDay, by("ann"), false)).isFalse();
        assertThat(record.usage().use(openDay, by("cem"), false)).isTrue();
        assertThat(record.usage().activeUsers(openDay)).isEqualTo(3);
    }

    @Test
    void manyUsersOfADayStayEstimatedAlike() throws IOException {
        CustomerRecord record = record("customer-record-many-users");
        long day = LocalDate.parse("2026-03-01").toEpochDay();

        assertThat(record.usage().activeUsers(day)).isBetween(1_470, 1_530);
        assertThat(record.usage().use(day, by("user 1"), false)).isFalse();
    }

    @Test
    void anErasedCustomerKeepsItsMarkerAndWhatConcernsEveryone() throws IOException {
        CustomerRecord record = record("customer-record-erased");

        assertThat(record.life().erasedAt()).contains(Instant.parse("2026-03-01T11:00:00Z"));
        assertThat(record.life().firstSeen()).isEmpty();
        assertThat(record.outages().incidents())
                .extracting(Outages.Incident::id)
                .containsExactly("I-1");
        assertThat(record.erasureAwaited()).contains(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void whatWasPublishedIsNotPublishedAgainAndABandGoesOnHolding() throws IOException {
        PublishedRisk risk =
                Bytes.read(PublishedRiskSerializer.INSTANCE, StateFiles.read("published-risk"));
        RiskScore score = new RiskScore(POLICIES.risk(), POLICIES.version());

        assertThat(score.nextTurn(risk)).contains(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(
                        score.advance(
                                        risk,
                                        "acme",
                                        Instant.parse("2026-03-01T15:00:00Z"),
                                        List.of(StateExample.lastAssessed()))
                                .emissions())
                .isEmpty();
        assertThat(
                        score.advance(
                                        risk,
                                        "acme",
                                        Instant.parse("2026-03-02T12:00:00Z"),
                                        List.of())
                                .emissions())
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains(RiskBand.RED.name(), RiskBand.ORANGE.name());
    }

    @Test
    void flagsStayUpAndGoOnAfterTheyCameDown() throws IOException {
        FlagState state = Bytes.read(FlagStateSerializer.INSTANCE, StateFiles.read("flag-state"));
        FlagLifecycle lifecycle =
                new FlagLifecycle(POLICIES.flags(), POLICIES.risk(), POLICIES.version());
        Instant later = Instant.parse("2026-03-01T14:00:00Z");

        assertThat(lifecycle.nextTurn(state)).contains(Instant.parse("2026-03-02T13:00:00Z"));
        assertThat(
                        lifecycle
                                .advance(
                                        state,
                                        "acme",
                                        later,
                                        List.of(
                                                new Signal.ConditionEnded(
                                                        "acme", later, "billing-questions"),
                                                new Signal.PatternMatched(
                                                        "acme", later, "sponsor-left"),
                                                new Signal.ConditionHolds(
                                                        "acme",
                                                        later,
                                                        "expanding",
                                                        true,
                                                        List.of("/test#4"),
                                                        Optional.empty())))
                                .emissions())
                .extracting(emission -> ((OutputEvent) emission).result())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("policyVersion")
                .containsExactly(
                        new FlagResult.Raised(
                                "sponsor-left",
                                FlagColor.RED,
                                OptionalInt.of(30),
                                Optional.of(Instant.parse("2026-03-02T14:00:00Z")),
                                List.of("/test#sponsor-left"),
                                later,
                                false,
                                ""),
                        new FlagResult.Cleared(
                                "billing-questions",
                                FlagColor.YELLOW,
                                OptionalInt.of(10),
                                Optional.of(Instant.parse("2026-03-08T12:00:00Z")),
                                List.of("/test#billing-questions"),
                                Instant.parse("2026-03-01T12:00:00Z"),
                                ""),
                        new FlagResult.Raised(
                                "expanding",
                                FlagColor.GREEN,
                                OptionalInt.empty(),
                                Optional.empty(),
                                List.of("/test#4"),
                                Instant.parse("2026-03-01T12:00:00Z"),
                                true,
                                ""));
    }

    @Test
    void creditsAreIssuedAndReportsMadeOfWhatWasKept() throws IOException {
        LedgerRecord record =
                Bytes.read(LedgerRecordSerializer.INSTANCE, StateFiles.read("ledger-record"));
        SlaLedger ledger = new SlaLedger(POLICIES.sla(), POLICIES.version());
        Instant endOfMonth = Instant.parse("2026-04-01T04:00:00Z");

        assertThat(ledger.nextTurn(record)).contains(endOfMonth);
        assertThat(ledger.advance(record, "acme", endOfMonth, List.of()).emissions())
                .as("the other was issued at twice its target")
                .singleElement()
                .asString()
                .contains("T-2", "ISSUED", "percent=15");
        Instant report = Instant.parse("2026-04-02T04:00:00Z");
        assertThat(ledger.nextTurn(record)).contains(report);
        assertThat(ledger.advance(record, "acme", report, List.of()).emissions())
                .singleElement()
                .asString()
                .contains("tier=ENTERPRISE", "tickets=3", "met=1", "breached=2");
    }

    @Test
    void aShardKeepsWhatConcernsEveryone() throws IOException {
        assertThat(toldToALaterCustomer(StateFiles.read("shared-causes")))
                .containsExactly(
                        "I-1 opened 2026-03-01T10:00:00Z",
                        "flood declared 2026-03-01T12:00:00Z",
                        "maintenance from 2026-03-10T00:00:00Z 2026-03-01T00:00:00Z");
    }

    @Test
    void aShardReadsWhatItKeptBeforeItKnewOfForceMajeure() throws IOException {
        assertThat(
                        toldToALaterCustomer(
                                StateFiles.readEarlier("shared-causes-before-force-majeure")))
                .containsExactly(
                        "I-1 opened 2026-03-01T10:00:00Z",
                        "maintenance from 2026-03-10T00:00:00Z 2026-03-01T00:00:00Z");
    }

    private static List<String> toldToALaterCustomer(byte[] kept) throws IOException {
        SharedCauses causes = Bytes.read(SharedCausesSerializer.INSTANCE, kept);
        List<String> told = new ArrayList<>();
        String customer = "acme";
        new Directory(
                        POLICIES.customer(),
                        Directory.shardOf(customer),
                        causes,
                        StateExample.customers(),
                        delivery -> told.add(delivery.event().id()))
                .apply(new DirectoryEntry.Arrival(customer, Instant.parse("2026-03-02T00:00:00Z")));
        return told;
    }

    @Test
    void aTicketGoesOnFromWhatWasKept() throws IOException {
        KeptClocks clocks =
                KeptClocks.of(
                        Bytes.read(SlaAccountSerializer.INSTANCE, StateFiles.read("sla-account")),
                        Bytes.read(
                                TicketRecordSerializer.INSTANCE, StateFiles.read("ticket-record")));

        assertThat(clocks.account().nextTurn())
                .as("100 days after it was closed")
                .contains(Instant.parse("2026-04-22T21:00:00Z"));
        assertThat(clocks.then(ContractExamples.in("/state/reopened-ticket.ndjson")))
                .as("it was excluded while it was closed")
                .containsExactly(
                        "sla.excluded RESOLUTION CONTRACT", "sla.excluded RESOLUTION INTERNAL");
    }

    @Test
    void aClockFindsThePolicyItIsPinnedTo() throws IOException {
        assertThat(Bytes.read(PinnedPolicySerializer.INSTANCE, StateFiles.read("pinned-policy")))
                .isEqualTo(new PinnedPolicy("1", POLICIES.sla()));
    }

    private static UsageFact.FeatureUsed by(String user) {
        return new UsageFact.FeatureUsed(user, "search");
    }

    private static CustomerRecord record(String name) throws IOException {
        return Bytes.read(CustomerRecordSerializer.INSTANCE, StateFiles.read(name));
    }
}
