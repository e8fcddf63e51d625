package io.customerpulse.rules.timeline;

import static io.customerpulse.rules.timeline.ReferenceCustomer.within;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The points of each factor at an instant under the shipped policies, from all events. */
final class ReferenceRisk {

    private final ReferenceCustomer customer;
    private final Instant at;

    private ReferenceRisk(ReferenceCustomer customer) {
        this.customer = customer;
        this.at = customer.at();
    }

    /** The factors that count; empty while there is no customer to speak of. */
    static Optional<Map<String, Integer>> factors(List<InputEvent> events, Instant at) {
        ReferenceCustomer customer = new ReferenceCustomer(events, at);
        if (!customer.begun()) {
            return Optional.empty();
        }
        return Optional.of(customer.churned() ? Map.of() : new ReferenceRisk(customer).factors());
    }

    private Map<String, Integer> factors() {
        Map<String, Integer> factors = new TreeMap<>();
        factors.put("contract-ending", contractEnding());
        factors.put("renewal-past-due", renewalPastDue());
        factors.put("low-adoption", lowAdoption());
        factors.put("many-tickets", manyTickets());
        factors.put("low-csat", lowCsat());
        factors.put("stakeholder-departed", stakeholderDeparted());
        factors.put("budget-cut", budgetCut());
        factors.put("downtime", downtime());
        factors.values().removeIf(points -> points == 0);
        return factors;
    }

    private int contractEnding() {
        return contractEnd()
                        .filter(at::isBefore)
                        .filter(end -> Duration.between(at, end).compareTo(days(90)) <= 0)
                        .isPresent()
                ? 10
                : 0;
    }

    private int renewalPastDue() {
        return contractEnd().filter(end -> !at.isBefore(end)).isPresent() ? 25 : 0;
    }

    private Optional<Instant> contractEnd() {
        Optional<Instant> end = Optional.empty();
        for (InputEvent event : customer.own()) {
            Fact fact = event.fact();
            if (fact instanceof CustomerFact.Updated patch) {
                end = patched(end, patch.contractEnd());
            } else if (fact instanceof ContractFact.Signed signed) {
                end = Optional.of(signed.end());
            } else if (fact instanceof ContractFact.Renewed renewed) {
                end = Optional.of(renewed.end());
            }
        }
        return end;
    }

    private int lowAdoption() {
        Optional<Integer> seats = Optional.empty();
        Optional<Instant> goLive = Optional.empty();
        for (InputEvent event : customer.own()) {
            if (event.fact() instanceof CustomerFact.Updated patch) {
                seats = patched(seats, patch.licensedUsers());
                goLive = patched(goLive, patch.goLiveDate());
            } else if (event.fact() instanceof ContractFact.SeatsChanged changed) {
                seats = Optional.of(changed.licensedUsers());
            } else if (event.fact() instanceof ImplementationFact.WentLive) {
                boolean live = goLive.filter(date -> !date.isAfter(event.time())).isPresent();
                goLive = live ? goLive : Optional.of(event.time());
            }
        }
        Optional<Instant> start =
                goLive.or(() -> customer.firstUsageDay().map(ReferenceRisk::midnight));
        if (start.isEmpty() || seats.filter(s -> s > 0).isEmpty()) {
            return 0;
        }
        Instant counted =
                start.get().isBefore(customer.firstSeen()) ? customer.firstSeen() : start.get();
        long base = ReferenceCustomer.dayOf(counted);
        if (midnight(base).isBefore(counted)) {
            base++;
        }
        long lastComplete = base - 1;
        while (!midnight(lastComplete + 2).plus(Duration.ofHours(6)).isAfter(at)) {
            lastComplete++;
        }
        if (lastComplete - base + 1 < 14) {
            return 0;
        }
        long sum = 0;
        for (long day = lastComplete - 6; day <= lastComplete; day++) {
            sum += Math.min(100 * customer.activeUsers(day), 100L * seats.get());
        }
        long perPercent = 7L * seats.get();
        if (sum < 10 * perPercent) {
            return 20;
        }
        if (sum < 30 * perPercent) {
            return 10;
        }
        return sum < 50 * perPercent ? 5 : 0;
    }

    private int manyTickets() {
        long tickets =
                customer.own().stream()
                        .filter(event -> within(30, event.time(), at))
                        .filter(event -> event.fact() instanceof TicketFact.Opened)
                        .map(event -> ((TicketFact.Opened) event.fact()).ticketId())
                        .distinct()
                        .count();
        return tickets > 5 ? 10 : 0;
    }

    private int lowCsat() {
        List<Integer> scores =
                customer.own().stream()
                        .filter(event -> within(90, event.time(), at))
                        .filter(event -> event.fact() instanceof SurveyFact.Answered)
                        .map(event -> (SurveyFact.Answered) event.fact())
                        .filter(answer -> answer.survey() == Survey.CSAT)
                        .map(SurveyFact.Answered::score)
                        .toList();
        int sum = scores.stream().mapToInt(Integer::intValue).sum();
        return scores.size() >= 3 && sum < 3 * scores.size() ? 15 : 0;
    }

    private int stakeholderDeparted() {
        Map<StakeholderRole, Instant> vacant = new TreeMap<>();
        for (InputEvent event : customer.own()) {
            if (event.fact() instanceof PeopleFact.StakeholderDeparted departed) {
                vacant.put(departed.role(), event.time());
            } else if (event.fact() instanceof PeopleFact.StakeholderAppointed appointed) {
                vacant.remove(appointed.role());
            }
        }
        vacant.values().removeIf(time -> !within(180, time, at));
        vacant.remove(StakeholderRole.OTHER);
        if (vacant.containsKey(StakeholderRole.EXECUTIVE_SPONSOR)) {
            return 30;
        }
        return vacant.isEmpty() ? 0 : 25;
    }

    private int budgetCut() {
        return customer.own().stream()
                        .filter(event -> within(180, event.time(), at))
                        .anyMatch(
                                event ->
                                        event.fact()
                                                        instanceof
                                                        PeopleFact.OrganizationChanged changed
                                                && changed.change()
                                                        == OrganizationChange.BUDGET_CUT)
                ? 15
                : 0;
    }

    /** More than five hours, or just about to be. */
    private int downtime() {
        long fiveHours = Duration.ofHours(5).toMillis();
        Instant next = at.plusMillis(1);
        boolean now = customer.downtime(at.minus(days(30)), at) > fiveHours;
        boolean soon = customer.downtime(next.minus(days(30)), next) > fiveHours;
        return now || soon ? 25 : 0;
    }

    private static <T> Optional<T> patched(Optional<T> value, Change<T> change) {
        if (change instanceof Change.Set<T> set) {
            return Optional.of(set.value());
        }
        return change instanceof Change.Cleared<T> ? Optional.empty() : value;
    }

    private static Instant midnight(long day) {
        return Instant.ofEpochMilli(day * ReferenceCustomer.DAY);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
