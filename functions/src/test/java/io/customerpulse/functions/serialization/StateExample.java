package io.customerpulse.functions.serialization;

import static io.customerpulse.functions.Customer.customer;
import static io.customerpulse.functions.Service.forceMajeureEnds;
import static io.customerpulse.functions.Service.forceMajeureIsDeclared;
import static io.customerpulse.functions.Service.incidentOpens;
import static io.customerpulse.functions.Service.incidentOpensFor;
import static io.customerpulse.functions.Service.incidentOpensIn;
import static io.customerpulse.functions.Service.incidentResolves;
import static io.customerpulse.functions.Service.maintenanceIsScheduled;
import static io.customerpulse.functions.ShippedPolicies.POLICIES;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.result.Confidence;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.functions.Customer;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.Directory;
import io.customerpulse.rules.customer.DirectoryEntry;
import io.customerpulse.rules.customer.SharedCauses;
import io.customerpulse.rules.flag.FlagLifecycle;
import io.customerpulse.rules.flag.FlagState;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.risk.PublishedRisk;
import io.customerpulse.rules.risk.RiskScore;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.sla.PinnedPolicy;
import io.customerpulse.rules.sla.tickets.SlaAccount;
import io.customerpulse.rules.timeline.CustomerTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * A value as savepoints hold it. The examples never change: files with what each released version
 * made of them are kept among the test resources.
 *
 * @param name the name of its file
 * @param type how it is kept
 */
record StateExample<T>(String name, TypeInformation<T> type, T value) {

    private static final Customer ACME = customer("acme");

    TypeSerializer<T> serializer() {
        return type.createSerializer(new SerializerConfigImpl());
    }

    @Override
    public String toString() {
        return name;
    }

    /** One of each kind of state, with everything in it that can be. */
    static List<StateExample<?>> all() {
        List<StateExample<?>> examples = new ArrayList<>();
        examples.add(record("customer-record", busyCustomer()));
        examples.add(record("customer-record-complete", completeCustomer()));
        examples.add(record("customer-record-empty", new CustomerRecord()));
        examples.add(record("customer-record-erased", erasedCustomer()));
        examples.add(record("customer-record-many-users", customerWithManyUsers()));
        examples.add(
                new StateExample<>("published-risk", PulseTypes.PUBLISHED_RISK, publishedRisk()));
        examples.add(
                new StateExample<>(
                        "published-risk-empty", PulseTypes.PUBLISHED_RISK, new PublishedRisk()));
        examples.add(new StateExample<>("shared-causes", PulseTypes.SHARED_CAUSES, sharedCauses()));
        KeptClocks clocks = KeptClocks.after(ContractExamples.in("/state/tickets.ndjson"));
        examples.add(new StateExample<>("sla-account", PulseTypes.SLA_ACCOUNT, clocks.account()));
        examples.add(
                new StateExample<>("sla-account-empty", PulseTypes.SLA_ACCOUNT, new SlaAccount()));
        examples.add(
                new StateExample<>(
                        "ticket-record",
                        PulseTypes.TICKET_RECORD,
                        clocks.get("T-1").orElseThrow()));
        examples.add(
                new StateExample<>(
                        "pinned-policy",
                        PulseTypes.PINNED_POLICY,
                        new PinnedPolicy("1", POLICIES.sla())));
        examples.add(
                new StateExample<>(
                        "delivery",
                        PulseTypes.DELIVERY,
                        Delivery.onTime("acme", ACME.answersCsat(4, "2026-03-01T10:00:00Z"))));
        examples.add(
                new StateExample<>(
                        "delivery-late",
                        PulseTypes.DELIVERY,
                        late(ACME.reportsUsage("2026-02-27", 12, "2026-02-28T01:00:00Z"))));
        examples.add(
                new StateExample<>(
                        "delivery-shared",
                        PulseTypes.DELIVERY,
                        new Delivery(
                                "globex",
                                Instant.parse("2026-03-02T00:00:00Z"),
                                incidentOpensIn("api", "I-1", "2026-03-01T10:00:00Z"),
                                true,
                                Optional.empty())));
        examples.add(
                new StateExample<>(
                        "delivery-telemetry",
                        PulseTypes.DELIVERY,
                        Delivery.onTime("acme", ACME.uses("ann", "2026-03-01T10:00:00Z"))));
        examples.add(
                new StateExample<>(
                        "directory-entry-arrival",
                        PulseTypes.DIRECTORY_ENTRY,
                        new DirectoryEntry.Arrival("acme", Instant.parse("2026-03-01T10:00:00Z"))));
        examples.add(
                new StateExample<>(
                        "directory-entry-shared",
                        PulseTypes.DIRECTORY_ENTRY,
                        new DirectoryEntry.Shared(
                                31,
                                incidentOpens("I-1", "2026-03-01T10:00:00Z"),
                                Instant.parse("2026-03-01T11:00:00Z"),
                                Optional.of(new Delivery.Lateness(Duration.ofHours(1), "{}")))));
        examples.add(
                new StateExample<>(
                        "signal", PulseTypes.SIGNAL, assessed("2026-03-01T10:00:00Z", 30)));
        examples.add(
                new StateExample<>(
                        "signal-erased",
                        PulseTypes.SIGNAL,
                        new Signal.CustomerErased("acme", Instant.parse("2026-03-01T10:00:00Z"))));
        for (Signal signal : signalsAroundFlags()) {
            String kind = signal.getClass().getSimpleName();
            String name = kind.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            examples.add(new StateExample<>("signal-" + name, PulseTypes.SIGNAL, signal));
        }
        examples.add(new StateExample<>("flag-state", PulseTypes.FLAG_STATE, flags()));
        examples.add(
                new StateExample<>("flag-state-empty", PulseTypes.FLAG_STATE, new FlagState()));
        examples.addAll(SlaStateExamples.all());
        return examples;
    }

    /** One of each kind that comes before or after a flag. */
    private static List<Signal> signalsAroundFlags() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        return List.of(
                new Signal.ConditionHolds(
                        "acme",
                        noon,
                        "billing-questions",
                        true,
                        List.of("/test#1", "/test#2"),
                        Optional.of(Confidence.LOW)),
                new Signal.ConditionEnded("acme", noon, "downtime"),
                new Signal.AnswerRated("acme", noon, 1, "/test#3"),
                new Signal.NpsMeasured("acme", noon, noon.minus(Duration.ofDays(30)), -2, 7),
                new Signal.LifeChanged("acme", noon, true),
                new Signal.PatternMatched("acme", noon, "nps-drop"),
                flagged(noon));
    }

    private static Signal.FactorsFlagged flagged(Instant at) {
        return new Signal.FactorsFlagged(
                "acme",
                at,
                List.of(
                        new Contribution(
                                "nps-drop",
                                15,
                                at.minusSeconds(60),
                                List.of("/test#1", "/test#2"),
                                Optional.empty())));
    }

    /** One flag that is up, one that came down, one that a pattern has not found to begin. */
    static FlagState flags() {
        FlagLifecycle lifecycle =
                new FlagLifecycle(POLICIES.flags(), POLICIES.risk(), POLICIES.version());
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Instant later = noon.plusSeconds(3600);
        FlagState state = new FlagState();
        lifecycle.advance(
                state,
                "acme",
                noon,
                List.of(
                        holds("billing-questions", noon, Optional.of(Confidence.LOW)),
                        holds("sponsor-left", noon, Optional.empty()),
                        holds("expanding", noon, Optional.empty()),
                        new Signal.PatternMatched("acme", noon, "billing-questions")));
        lifecycle.advance(
                state,
                "acme",
                later,
                List.of(new Signal.ConditionEnded("acme", later, "expanding")));
        return state;
    }

    private static Signal holds(String flag, Instant at, Optional<Confidence> confidence) {
        return new Signal.ConditionHolds(
                "acme", at, flag, true, List.of("/test#" + flag), confidence);
    }

    private static StateExample<CustomerRecord> record(String name, CustomerRecord value) {
        return new StateExample<>(name, PulseTypes.CUSTOMER_RECORD, value);
    }

    private static CustomerRecord busyCustomer() {
        List<Delivery> happened = new ArrayList<>();
        happened.addAll(
                own(
                        ACME.signsUntil("2026-05-01T00:00:00Z", "2026-02-01T09:00:00Z"),
                        ACME.buysSeats(20, "2026-02-01T10:00:00Z"),
                        ACME.goesLive("2026-02-01T11:00:00Z"),
                        ACME.losesSponsor("2026-02-10T10:00:00Z"),
                        ACME.cutsBudget("2026-02-11T10:00:00Z"),
                        ACME.answersCsat(1, "2026-02-12T10:00:00Z"),
                        ACME.answersCsat(2, "2026-02-13T10:00:00Z"),
                        ACME.answersCsat(3, "2026-02-14T10:00:00Z"),
                        ACME.reportsUsage("2026-02-14", 7, "2026-02-14T20:00:00Z"),
                        ACME.uses("ann", "2026-02-15T10:00:00Z"),
                        ACME.uses("ann", "2026-03-02T10:00:00Z"),
                        ACME.uses("bob", "2026-03-02T11:00:00Z")));
        for (int ticket = 0; ticket < 25; ticket++) {
            happened.addAll(
                    own(
                            ACME.opensTicket(
                                    "T-" + ticket, "2026-02-15T12:%02d:00Z".formatted(ticket))));
        }
        happened.addAll(
                shared(
                        maintenanceIsScheduled(
                                List.of("api"),
                                "2026-03-10T00:00:00Z",
                                "2026-03-10T06:00:00Z",
                                "2026-03-01T00:00:00Z"),
                        incidentOpensFor(List.of("acme"), "I-1", "2026-03-01T10:00:00Z"),
                        incidentResolves("I-1", "2026-03-01T18:00:00Z"),
                        incidentOpensIn("api", "I-2", "2026-03-02T09:00:00Z")));
        return after(happened);
    }

    /** A customer of whom everything is known that can be, features included. */
    static CustomerRecord completeCustomer() {
        CustomerPolicy shipped = POLICIES.customer();
        CustomerPolicy.Usage usage = shipped.usage();
        CustomerPolicy withFeatures =
                new CustomerPolicy(
                        shipped.duplicateMemory(),
                        shipped.tiers(),
                        new CustomerPolicy.Usage(
                                usage.telemetry(),
                                usage.settles(),
                                usage.daysKept(),
                                usage.activityDays(),
                                10,
                                usage.contentVolume()),
                        shipped.adoption(),
                        shipped.csat(),
                        shipped.nps(),
                        shipped.surveys(),
                        shipped.tickets(),
                        shipped.downtime(),
                        shipped.reviews(),
                        shipped.actions(),
                        shipped.growth());
        return after(
                ContractExamples.in("/state/complete-customer.ndjson").stream()
                        .map(event -> Delivery.onTime("acme", event))
                        .toList(),
                new Policies(
                        withFeatures,
                        POLICIES.risk(),
                        POLICIES.health(),
                        POLICIES.flags(),
                        POLICIES.sla(),
                        POLICIES.version()));
    }

    private static CustomerRecord erasedCustomer() {
        List<Delivery> happened = new ArrayList<>();
        happened.addAll(own(ACME.cutsBudget("2026-03-01T08:00:00Z")));
        happened.addAll(shared(incidentOpens("I-1", "2026-03-01T10:00:00Z")));
        happened.addAll(own(ACME.isErased("2026-03-01T11:00:00Z")));
        CustomerRecord record = after(happened);
        record.erasureAwaited(Optional.of(Instant.parse("2026-03-01T12:00:00Z")));
        return record;
    }

    /** More users in a day than are counted one by one. */
    private static CustomerRecord customerWithManyUsers() {
        List<Delivery> happened = new ArrayList<>();
        for (int user = 0; user < 1_500; user++) {
            happened.addAll(own(ACME.uses("user " + user, "2026-03-01T10:00:00Z")));
        }
        return after(happened);
    }

    private static CustomerRecord after(List<Delivery> happened) {
        return after(happened, POLICIES);
    }

    private static CustomerRecord after(List<Delivery> happened, Policies policies) {
        CustomerTimeline timeline = CustomerTimeline.withFlags(policies);
        CustomerRecord record = new CustomerRecord();
        happened.stream()
                .sorted(Delivery.ORDER)
                .forEach(
                        delivery -> {
                            if (timeline.facts().fillsOpenDay(delivery)) {
                                timeline.facts().fillOpenDay(record, delivery);
                            } else {
                                timeline.advance(record, "acme", delivery.at(), List.of(delivery));
                            }
                        });
        return record;
    }

    private static PublishedRisk publishedRisk() {
        RiskScore score = new RiskScore(POLICIES.risk(), POLICIES.version());
        PublishedRisk risk = new PublishedRisk();
        for (Signal signal :
                List.of(
                        assessed("2026-03-01T10:00:00Z", 70),
                        assessed("2026-03-01T12:00:00Z", 50),
                        lastAssessed(),
                        flagged(Instant.parse("2026-03-01T14:00:00Z")))) {
            score.advance(risk, "acme", signal.time(), List.of(signal));
        }
        return risk;
    }

    /** The assessment that was published last. */
    static Signal lastAssessed() {
        return assessed("2026-03-01T14:00:00Z", 10);
    }

    private static SharedCauses sharedCauses() {
        SharedCauses causes = new SharedCauses();
        Directory directory =
                new Directory(POLICIES.customer(), 0, causes, customers(), delivery -> {});
        for (InputEvent event :
                List.of(
                        maintenanceIsScheduled(
                                List.of(),
                                "2026-03-10T00:00:00Z",
                                "2026-03-10T06:00:00Z",
                                "2026-03-01T00:00:00Z"),
                        incidentOpens("I-1", "2026-03-01T10:00:00Z"),
                        incidentOpensFor(List.of("acme"), "I-2", "2026-03-01T11:00:00Z"),
                        forceMajeureIsDeclared("flood", "2026-03-01T12:00:00Z"),
                        forceMajeureIsDeclared("storm", "2026-03-01T12:00:00Z"),
                        forceMajeureEnds("storm", "2026-03-01T13:00:00Z"))) {
            directory.apply(new DirectoryEntry.Shared(0, event, event.time(), Optional.empty()));
        }
        return causes;
    }

    /** A shard's customers, none known yet. */
    static Directory.KnownCustomers customers() {
        TreeSet<String> known = new TreeSet<>();
        return new Directory.KnownCustomers() {
            @Override
            public boolean add(String customer) {
                return known.add(customer);
            }

            @Override
            public Iterable<String> all() {
                return known;
            }
        };
    }

    private static Signal assessed(String at, int points) {
        Instant time = Instant.parse(at);
        return new Signal.RiskAssessed(
                "acme",
                time,
                2,
                false,
                List.of(
                        new Contribution(
                                "some-factor",
                                points + 5,
                                time.minusSeconds(60),
                                List.of("/test#1", "/test#2"),
                                Optional.of(Confidence.LOW)),
                        new Contribution("other-factor", -5, time, List.of(), Optional.empty())),
                List.of("csatMean", "dauPercent"));
    }

    private static Delivery late(InputEvent event) {
        return new Delivery(
                event.subject().orElseThrow(),
                Instant.parse("2026-03-01T12:00:00Z"),
                event,
                true,
                Optional.of(new Delivery.Lateness(Duration.ofMinutes(660), "{\"id\":\"é\"}")));
    }

    private static List<Delivery> own(InputEvent... events) {
        return List.of(events).stream()
                .map(event -> Delivery.onTime(event.subject().orElseThrow(), event))
                .toList();
    }

    private static List<Delivery> shared(InputEvent... events) {
        return List.of(events).stream().map(event -> Delivery.onTime("acme", event)).toList();
    }
}
