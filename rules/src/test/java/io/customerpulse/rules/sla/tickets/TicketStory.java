package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.story.ShippedPolicies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What happens to one customer and its tickets, and what the clocks tell of it. Times are those of
 * New York, such as {@code 2026-01-16 16:30} or {@code 2026-01-16 16:30:01}.
 */
public final class TicketStory {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final String CUSTOMER = "acme";
    private static final Policies SHIPPED = ShippedPolicies.read();

    private final TreeMap<Instant, List<Delivery>> waiting = new TreeMap<>();
    private final ClockRun run;
    private int number;

    private TicketStory(ClockRun run) {
        this.run = run;
    }

    /** By the policy as shipped. */
    public static TicketStory begin() {
        return by(SHIPPED.sla());
    }

    /** By a policy of its own. */
    public static TicketStory by(SlaPolicy policy) {
        return new TicketStory(new ClockRun(CUSTOMER, policies("1", policy, Map.of())));
    }

    public static SlaPolicy shipped() {
        return SHIPPED.sla();
    }

    static SlaPolicies policies(String version, SlaPolicy policy, Map<String, SlaPolicy> earlier) {
        return new SlaPolicies(version, policy, SHIPPED.customer(), earlier, Optional.empty());
    }

    static SlaPolicies backfilledBefore(String alertsFrom) {
        return new SlaPolicies(
                "1", shipped(), SHIPPED.customer(), Map.of(), Optional.of(time(alertsFrom)));
    }

    public static TicketStory by(SlaPolicies policies) {
        return new TicketStory(new ClockRun(CUSTOMER, policies));
    }

    public static Instant time(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(NEW_YORK).toInstant();
    }

    // What happens to the customer.

    public TicketStory enterprise(String at) {
        return contractValue(at, "100000");
    }

    public TicketStory midMarket(String at) {
        return contractValue(at, "25000");
    }

    public TicketStory starter(String at) {
        return contractValue(at, "1000");
    }

    public TicketStory contractValue(String at, String value) {
        return happens(at, contractValueIs(Change.to(new BigDecimal(value))));
    }

    public static Fact contractValueIs(Change<BigDecimal> value) {
        return new CustomerFact.Updated(
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                value,
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept());
    }

    public TicketStory renewed(String at, String value) {
        return happens(
                at,
                new ContractFact.Renewed(
                        time("2030-01-01 00:00"),
                        Optional.empty(),
                        Optional.of(new BigDecimal(value)),
                        Optional.empty()));
    }

    public TicketStory signed(String at) {
        return happens(
                at,
                new ContractFact.Signed(
                        time("2030-01-01 00:00"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    public TicketStory terminated(String at) {
        return happens(at, new ContractFact.Terminated(Optional.empty()));
    }

    public TicketStory erased(String at) {
        return happens(at, new CustomerFact.Erased());
    }

    public TicketStory wentLive(String at) {
        return happens(at, new ImplementationFact.WentLive());
    }

    /** Maintenance of everyone, announced by its event. */
    public TicketStory maintenance(String at, String start, String end) {
        return happens(
                at,
                new ServiceFact.MaintenanceScheduled(
                        time(start), time(end), Optional.empty(), List.of()));
    }

    public TicketStory forceMajeure(String at, String cause) {
        return happens(at, new ServiceFact.ForceMajeureDeclared(cause));
    }

    public TicketStory forceMajeureEnded(String at, String cause) {
        return happens(at, new ServiceFact.ForceMajeureEnded(cause));
    }

    // What happens to the ticket T-1.

    public TicketStory opened(String at, Severity severity) {
        return opened(at, severity, Optional.empty(), false);
    }

    public TicketStory opened(
            String at, Severity severity, Optional<TicketGroup> group, boolean blocksGoLive) {
        return happens(at, opens("T-1", severity, group, blocksGoLive));
    }

    public static TicketFact opens(
            String ticket, Severity severity, Optional<TicketGroup> group, boolean blocksGoLive) {
        return new TicketFact.Opened(
                ticket,
                severity,
                group,
                Optional.empty(),
                Optional.empty(),
                blocksGoLive,
                Optional.empty(),
                OptionalInt.empty());
    }

    public TicketStory answered(String at) {
        return replied(at, Author.AGENT, true);
    }

    public TicketStory customerWrote(String at) {
        return replied(at, Author.CUSTOMER, true);
    }

    public TicketStory replied(String at, Author by, boolean isPublic) {
        return happens(at, new TicketFact.Replied("T-1", by, isPublic, Optional.empty()));
    }

    public TicketStory severity(String at, Severity severity) {
        return happens(at, new TicketFact.SeverityChanged("T-1", severity));
    }

    public TicketStory waits(String at) {
        return happens(at, new TicketFact.Waiting("T-1"));
    }

    public TicketStory resumed(String at) {
        return happens(at, new TicketFact.Resumed("T-1"));
    }

    public TicketStory workaround(String at) {
        return happens(at, new TicketFact.WorkaroundGiven("T-1"));
    }

    public TicketStory solved(String at) {
        return happens(at, new TicketFact.Solved("T-1"));
    }

    public TicketStory reopened(String at) {
        return happens(at, new TicketFact.Reopened("T-1"));
    }

    public TicketStory closed(String at) {
        return happens(at, new TicketFact.Closed("T-1"));
    }

    public TicketStory excluded(String at) {
        return happens(at, new TicketFact.Excluded("T-1", ExclusionReason.THIRD_PARTY));
    }

    /** Something happens to the customer, in the order in which it is told for one instant. */
    public TicketStory happens(String at, Fact fact) {
        return happens(time(at), fact);
    }

    /** The same at an instant; what happens to the service concerns everyone. */
    public TicketStory happens(Instant at, Fact fact) {
        Optional<String> subject =
                fact instanceof ServiceFact ? Optional.empty() : Optional.of(CUSTOMER);
        return delivered(Delivery.onTime(CUSTOMER, event(at, fact, subject)));
    }

    private InputEvent event(Instant at, Fact fact, Optional<String> subject) {
        String id = String.format("e%04d", number++);
        return new InputEvent("/test", id, at, subject, fact);
    }

    /** The same, but it arrives so much later. */
    TicketStory happensLate(Instant at, Duration late, Fact fact) {
        Optional<String> subject =
                fact instanceof ServiceFact ? Optional.empty() : Optional.of(CUSTOMER);
        return delivered(
                new Delivery(
                        CUSTOMER,
                        at.plus(late),
                        event(at, fact, subject),
                        true,
                        Optional.of(new Delivery.Lateness(late, "{}"))));
    }

    /** The same, but it arrives when the stream is at a later instant. */
    public TicketStory happensLate(String at, String arrives, Fact fact) {
        return delivered(
                new Delivery(
                        CUSTOMER,
                        time(arrives),
                        event(time(at), fact, Optional.of(CUSTOMER)),
                        true,
                        Optional.of(new Delivery.Lateness(Duration.ofMinutes(1), "{}"))));
    }

    TicketStory delivered(Delivery delivery) {
        waiting.computeIfAbsent(delivery.at(), at -> new ArrayList<>()).add(delivery);
        return this;
    }

    /** A further copy of everything that happens in the story so far. */
    public TicketStory everythingTwice() {
        Map<Instant, List<Delivery>> copy = new HashMap<>(waiting);
        copy.forEach((at, deliveries) -> deliveries.addAll(List.copyOf(deliveries)));
        return this;
    }

    /** Time passes up to an instant; gives what was told of contract clocks. */
    public List<String> until(String instant) {
        return told(instant).stream().filter(line -> !line.contains("INTERNAL")).toList();
    }

    /** Time passes up to an instant; gives what was told of one clock. */
    public List<String> until(String instant, String clock) {
        return told(instant).stream()
                .filter(line -> line.contains(" " + clock))
                .filter(line -> clock.startsWith("INTERNAL") || !line.contains("INTERNAL"))
                .map(line -> line.replace(" " + clock, ""))
                .toList();
    }

    /** Time passes up to an instant; gives everything told. */
    public List<String> told(String instant) {
        return told(time(instant));
    }

    /** Time passes up to an instant; gives everything told. */
    public List<String> told(Instant instant) {
        run.advance(waiting, instant);
        return run.published().stream().map(ToldLine::of).toList();
    }

    /** Time passes up to an instant; gives everything published. */
    public List<OutputEvent> published(String instant) {
        passesUntil(instant);
        return run.published();
    }

    /** Time passes up to an instant; gives what was signalled. */
    public List<SlaSignal> signals(String instant) {
        passesUntil(instant);
        return run.signals();
    }

    ClockRun passesUntil(String instant) {
        return passesUntil(time(instant));
    }

    ClockRun passesUntil(Instant instant) {
        run.advance(waiting, instant);
        return run;
    }
}
