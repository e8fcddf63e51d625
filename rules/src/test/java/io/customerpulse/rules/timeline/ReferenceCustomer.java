package io.customerpulse.rules.timeline;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a customer at an instant, worked out from all its events from scratch: slow, and
 * as close to the words of {@code docs/rules.md} as can be.
 */
final class ReferenceCustomer {

    static final long DAY = Duration.ofDays(1).toMillis();

    private final Instant at;
    private final List<InputEvent> own = new ArrayList<>();
    private final List<InputEvent> everyones = new ArrayList<>();
    private Optional<Instant> firstSeen = Optional.empty();
    private boolean churned;

    /**
     * @param events own and shared ones, in any order
     * @param at the instant: nothing later is looked at
     */
    ReferenceCustomer(List<InputEvent> events, Instant at) {
        this.at = at;
        List<InputEvent> past =
                events.stream()
                        .filter(event -> !event.time().isAfter(at))
                        .sorted(
                                Comparator.comparing(InputEvent::time)
                                        .thenComparing(InputEvent::source)
                                        .thenComparing(InputEvent::id))
                        .toList();
        for (int place = 0; place < past.size(); place++) {
            InputEvent event = past.get(place);
            boolean repeated = repeated(event, past.subList(0, place));
            boolean erasedWithIt =
                    past.stream()
                            .anyMatch(
                                    other ->
                                            other.fact() instanceof CustomerFact.Erased
                                                    && !event.time().isAfter(other.time()));
            if (event.subject().isEmpty()) {
                if (!repeated) {
                    everyones.add(event);
                }
            } else if (!erasedWithIt && !repeated) {
                own.add(event);
            }
        }
        own.forEach(this::live);
    }

    /** Whether a copy of it counted less than thirty days before, and was not forgotten since. */
    private static boolean repeated(InputEvent event, List<InputEvent> before) {
        if (dense(event)) {
            return false;
        }
        Optional<Instant> counted = Optional.empty();
        for (InputEvent other : before) {
            boolean copy = other.source().equals(event.source()) && other.id().equals(event.id());
            if (copy && counted.filter(time -> remembered(time, other.time(), before)).isEmpty()) {
                counted = Optional.of(other.time());
            }
        }
        return counted.filter(time -> remembered(time, event.time(), before)).isPresent();
    }

    private static boolean remembered(Instant then, Instant now, List<InputEvent> before) {
        boolean forgotten =
                before.stream()
                        .filter(event -> event.fact() instanceof CustomerFact.Erased)
                        .map(InputEvent::time)
                        .anyMatch(erased -> !erased.isBefore(then) && erased.isBefore(now));
        return within(30, then, now) && !forgotten;
    }

    private void live(InputEvent event) {
        if (firstSeen.isEmpty()) {
            firstSeen = Optional.of(event.time());
        }
        if (event.fact() instanceof ContractFact.Terminated) {
            churned = true;
        } else if (churned
                && (event.fact() instanceof ContractFact.Signed
                        || event.fact() instanceof ContractFact.Renewed)) {
            churned = false;
            firstSeen = Optional.of(event.time());
        }
    }

    static boolean dense(InputEvent event) {
        return event.fact().type().kind() == FactType.Kind.DENSE;
    }

    /** Whether what happened then counts now, in a window of so many days. */
    static boolean within(int days, Instant then, Instant now) {
        return !then.isAfter(now) && now.isBefore(then.plus(Duration.ofDays(days)));
    }

    boolean begun() {
        return firstSeen.isPresent();
    }

    boolean churned() {
        return churned;
    }

    Instant firstSeen() {
        return firstSeen.orElseThrow();
    }

    /** The customer's own events that count, in the order in which they apply. */
    List<InputEvent> own() {
        return own;
    }

    /** What concerns everyone, in the order in which it applies. */
    List<InputEvent> everyones() {
        return everyones;
    }

    /** Distinct users of a day, or what a report says if that is more. */
    long activeUsers(long day) {
        long users =
                own.stream()
                        .filter(event -> event.fact() instanceof UsageFact.FeatureUsed)
                        .filter(event -> dayOf(event.time()) == day)
                        .map(event -> ((UsageFact.FeatureUsed) event.fact()).userId())
                        .distinct()
                        .count();
        long reported =
                own.stream()
                        .filter(event -> event.fact() instanceof UsageFact.Recorded)
                        .filter(event -> usageDay(event) == day)
                        .filter(event -> Math.abs(day - dayOf(event.time())) <= 64)
                        .mapToLong(event -> ((UsageFact.Recorded) event.fact()).activeUsers())
                        .max()
                        .orElse(0);
        return Math.max(users, reported);
    }

    Optional<Long> firstUsageDay() {
        return own.stream()
                .filter(ReferenceCustomer::dense)
                .map(ReferenceCustomer::usageDay)
                .filter(day -> activeUsers(day) > 0)
                .min(Long::compareTo);
    }

    private static long usageDay(InputEvent event) {
        return event.fact() instanceof UsageFact.Recorded recorded
                ? recorded.day().toEpochDay()
                : dayOf(event.time());
    }

    static long dayOf(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli(), DAY);
    }

    /**
     * Downtime between two instants in milliseconds, measured piece by piece between any two
     * neighbouring beginnings and ends.
     */
    long downtime(Instant from, Instant until) {
        List<InputEvent> service = new ArrayList<>(own);
        service.addAll(everyones);
        service.sort(
                Comparator.comparing(InputEvent::time)
                        .thenComparing(InputEvent::source)
                        .thenComparing(InputEvent::id));
        List<Instant> edges = new ArrayList<>(List.of(from, until, firstSeen()));
        for (InputEvent event : service) {
            edges.add(event.time());
            if (event.fact() instanceof ServiceFact.MaintenanceScheduled scheduled) {
                edges.add(scheduled.start());
                edges.add(scheduled.end());
            }
        }
        edges.removeIf(edge -> edge.isBefore(from) || edge.isAfter(until));
        edges.removeIf(edge -> edge.isBefore(firstSeen()));
        edges.sort(Comparator.naturalOrder());
        long total = 0;
        for (int i = 1; i < edges.size(); i++) {
            if (down(service, edges.get(i - 1))) {
                total += Duration.between(edges.get(i - 1), edges.get(i)).toMillis();
            }
        }
        return total;
    }

    /** Whether an incident is open right after an instant that no maintenance excuses. */
    private static boolean down(List<InputEvent> service, Instant then) {
        List<InputEvent> open = new ArrayList<>();
        for (InputEvent event : service) {
            if (event.time().isAfter(then)) {
                break;
            }
            if (event.fact() instanceof ServiceFact.IncidentOpened opened
                    && open.stream().noneMatch(other -> incident(other, opened.incidentId()))) {
                open.add(event);
            } else if (event.fact() instanceof ServiceFact.IncidentResolved resolved) {
                open.removeIf(other -> incident(other, resolved.incidentId()));
            }
        }
        return open.stream()
                .anyMatch(incident -> service.stream().noneMatch(m -> excuses(m, incident, then)));
    }

    private static boolean incident(InputEvent event, String id) {
        return ((ServiceFact.IncidentOpened) event.fact()).incidentId().equals(id);
    }

    private static boolean excuses(InputEvent event, InputEvent incident, Instant then) {
        if (!(event.fact() instanceof ServiceFact.MaintenanceScheduled maintenance)) {
            return false;
        }
        Instant announced = maintenance.announcedAt().orElse(event.time());
        Optional<String> service = ((ServiceFact.IncidentOpened) incident.fact()).service();
        return !announced.plus(Duration.ofDays(7)).isAfter(maintenance.start())
                && !then.isBefore(maintenance.start())
                && then.isBefore(maintenance.end())
                && !then.isBefore(event.time())
                && (maintenance.services().isEmpty()
                        || service.filter(maintenance.services()::contains).isPresent());
    }

    Instant at() {
        return at;
    }
}
