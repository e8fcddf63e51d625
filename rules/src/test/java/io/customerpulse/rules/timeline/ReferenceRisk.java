package io.customerpulse.rules.timeline;

import static io.customerpulse.rules.timeline.ReferenceCustomer.within;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.EngagementFact;
import io.customerpulse.events.fact.ExpansionFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.OperationFact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.Sentiment;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.events.fact.UsageFact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        factors.put("contract-disputed", disputed());
        factors.put("price-increase", priceIncrease());
        factors.put("multi-year", multiYear());
        factors.put("no-expansion", noExpansion());
        factors.put("training-incomplete", trainingIncomplete());
        factors.put("no-usage", noUsage());
        factors.put("low-nps", lowNps());
        factors.put("nps-drop", npsDrop());
        factors.put("repeated-poor-csat", repeatedPoorCsat());
        factors.put("billing-questions", billingQuestions());
        factors.put("no-review", noReview());
        factors.put("market-downturn", marketDownturn());
        factors.put("implementation-delayed", implementationDelayed());
        factors.put("data-quality", openFor(Duration.ofDays(7), "issue") ? 15 : 0);
        factors.put("integration-failure", openFor(Duration.ofHours(24), "link") ? 20 : 0);
        factors.put("expansion-ongoing", expansionOngoing());
        factors.put("merger", organization(OrganizationChange.MERGER) ? 10 : 0);
        factors.put(
                "competitor-acquisition",
                organization(OrganizationChange.ACQUIRED_COMPETITOR)
                                || organization(OrganizationChange.ACQUIRED_BY_COMPETITOR)
                        ? 20
                        : 0);
        factors.put(
                "negative-social",
                any(
                                30,
                                fact ->
                                        fact instanceof MarketFact.SocialMentioned mention
                                                && mention.sentiment() == Sentiment.NEGATIVE)
                        ? 10
                        : 0);
        factors.put(
                "competitor-mentioned",
                any(90, MarketFact.CompetitorMentioned.class::isInstance) ? 5 : 0);
        factors.put(
                "sponsor-engaged",
                any(
                                30,
                                fact ->
                                        fact instanceof EngagementFact.InteractionLogged talk
                                                && talk.withSponsor())
                        ? -5
                        : 0);
        factors.put("expansion-won", any(90, ExpansionFact.Won.class::isInstance) ? -10 : 0);
        factors.put(
                "proactive-feedback",
                any(90, EngagementFact.FeedbackGiven.class::isInstance) ? -5 : 0);
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

    private boolean any(int days, Predicate<Fact> kind) {
        return customer.own().stream()
                .anyMatch(event -> within(days, event.time(), at) && kind.test(event.fact()));
    }

    private boolean organization(OrganizationChange change) {
        return any(
                180,
                fact ->
                        fact instanceof PeopleFact.OrganizationChanged changed
                                && changed.change() == change);
    }

    private int disputed() {
        boolean open = false;
        for (InputEvent event : customer.own()) {
            Fact fact = event.fact();
            if (fact instanceof ContractFact.Disputed
                    || fact instanceof ContractFact.NegotiationStarted) {
                open = true;
            } else if (fact instanceof ContractFact.Settled || newTerm(fact)) {
                open = false;
            }
        }
        return open ? 30 : 0;
    }

    private static boolean newTerm(Fact fact) {
        return fact instanceof ContractFact.Signed || fact instanceof ContractFact.Renewed;
    }

    private int priceIncrease() {
        Optional<Instant> increase = Optional.empty();
        for (InputEvent event : customer.own()) {
            if (newTerm(event.fact())) {
                increase = Optional.empty();
            } else if (event.fact() instanceof ContractFact.PriceChanged price
                    && price.changePercent().compareTo(BigDecimal.valueOf(25)) > 0) {
                increase = Optional.of(event.time());
            }
        }
        return increase.filter(time -> within(180, time, at)).isPresent() ? 15 : 0;
    }

    private int multiYear() {
        Optional<Instant> start = Optional.empty();
        Optional<Instant> end = Optional.empty();
        for (InputEvent event : customer.own()) {
            Fact fact = event.fact();
            if (fact instanceof CustomerFact.Updated patch) {
                start = patched(start, patch.contractStart());
                end = patched(end, patch.contractEnd());
            } else if (fact instanceof ContractFact.Signed signed) {
                start = Optional.of(signed.start().orElse(event.time()));
                end = Optional.of(signed.end());
            } else if (fact instanceof ContractFact.Renewed renewed) {
                start = Optional.of(renewed.start().orElse(end.orElse(event.time())));
                end = Optional.of(renewed.end());
            }
        }
        return start.isPresent()
                        && end.filter(at::isBefore).isPresent()
                        && !end.get()
                                .isBefore(
                                        start.get()
                                                .atZone(ZoneOffset.UTC)
                                                .plusMonths(24)
                                                .toInstant())
                ? -15
                : 0;
    }

    private int noExpansion() {
        Optional<Instant> begun = Optional.empty();
        Optional<Instant> end = Optional.empty();
        List<Instant> starts = new ArrayList<>(List.of(customer.firstSeen()));
        for (InputEvent event : customer.own()) {
            Fact fact = event.fact();
            if (fact instanceof CustomerFact.Updated patch) {
                begun = patched(begun, patch.contractStart());
                end = patched(end, patch.contractEnd());
            } else if (fact instanceof ContractFact.Signed signed) {
                begun = Optional.of(signed.start().orElse(event.time()));
                end = Optional.of(signed.end());
            } else if (fact instanceof ContractFact.Renewed renewed) {
                Instant start = renewed.start().orElse(end.orElse(event.time()));
                begun = begun.or(() -> Optional.of(start));
                end = Optional.of(renewed.end());
            } else if (fact instanceof ExpansionFact.Discussed) {
                starts.add(event.time());
            }
        }
        begun.ifPresent(starts::add);
        return begun.isPresent()
                        && starts.stream().noneMatch(start -> at.isBefore(start.plus(days(183))))
                ? 5
                : 0;
    }

    private Optional<Instant> goLive() {
        Optional<Instant> goLive = Optional.empty();
        for (InputEvent event : customer.own()) {
            if (event.fact() instanceof CustomerFact.Updated patch) {
                goLive = patched(goLive, patch.goLiveDate());
            } else if (event.fact() instanceof ImplementationFact.WentLive
                    && goLive.filter(date -> !date.isAfter(event.time())).isEmpty()) {
                goLive = Optional.of(event.time());
            }
        }
        return goLive;
    }

    private boolean live() {
        return goLive().filter(date -> !date.isAfter(at)).isPresent();
    }

    private int trainingIncomplete() {
        Optional<BigDecimal> percent = Optional.empty();
        for (InputEvent event : customer.own()) {
            if (event.fact() instanceof UsageFact.TrainingProgressed training) {
                percent = Optional.of(training.completionPercent());
            }
        }
        return live() && percent.filter(p -> p.compareTo(BigDecimal.valueOf(30)) < 0).isPresent()
                ? 15
                : 0;
    }

    private int noUsage() {
        long lastComplete = ReferenceCustomer.dayOf(at.minus(Duration.ofHours(6))) - 1;
        List<Long> firstSilent = new ArrayList<>();
        goLive().ifPresent(date -> firstSilent.add(firstDayFrom(date)));
        Optional<Long> first = customer.firstUsageDay().filter(day -> day <= lastComplete);
        if (first.isPresent()) {
            long last = lastComplete;
            while (customer.activeUsers(last) == 0) {
                last--;
            }
            firstSilent.add(last + 1);
        }
        if (firstSilent.isEmpty()) {
            return 0;
        }
        firstSilent.add(firstDayFrom(customer.firstSeen()));
        long from = firstSilent.stream().max(Long::compareTo).orElseThrow();
        return lastComplete - from + 1 >= 30 ? 20 : 0;
    }

    private static long firstDayFrom(Instant instant) {
        return ReferenceCustomer.dayOf(instant.plusMillis(ReferenceCustomer.DAY - 1));
    }

    /** The answers of a window, of each respondent the latest. */
    private List<Integer> nps(Instant now, int fromDaysAgo, int toDaysAgo) {
        Map<String, Integer> ratings = new TreeMap<>();
        for (InputEvent event : customer.own()) {
            boolean inside =
                    event.time().plus(days(fromDaysAgo)).isAfter(now)
                            && !event.time().plus(days(toDaysAgo)).isAfter(now);
            if (inside
                    && event.fact() instanceof SurveyFact.Answered answer
                    && answer.survey() == Survey.NPS) {
                String nobody = "nobody " + ratings.size();
                ratings.put(answer.respondent().orElse(nobody), answer.score());
            }
        }
        return List.copyOf(ratings.values());
    }

    private static double score(List<Integer> ratings) {
        long promoters = ratings.stream().filter(rating -> rating >= 9).count();
        long detractors = ratings.stream().filter(rating -> rating <= 6).count();
        // Of so few answers the rounded score is never on the wrong side of a bound.
        return Math.round(1e6 * 100 * (promoters - detractors) / ratings.size()) / 1e6;
    }

    private int lowNps() {
        List<Integer> ratings = nps(at, 180, 0);
        if (ratings.isEmpty()) {
            return 0;
        }
        if (ratings.size() < 3) {
            double mean = ratings.stream().mapToInt(Integer::intValue).average().orElseThrow();
            return mean < 7 ? 20 : mean < 9 ? 10 : 0;
        }
        return score(ratings) < 30 ? 20 : score(ratings) <= 50 ? 10 : 0;
    }

    /** It holds, or became true less than 30 days ago: only answers and their ageing turn it. */
    private int npsDrop() {
        if (dropHolds(at)) {
            return 15;
        }
        return customer.own().stream()
                        .filter(event -> event.fact() instanceof SurveyFact.Answered)
                        .flatMap(
                                event ->
                                        Stream.of(0, 30, 60)
                                                .map(days -> event.time().plus(days(days))))
                        .filter(turn -> within(30, turn, at))
                        .anyMatch(turn -> dropHolds(turn) && !dropHolds(turn.minusMillis(1)))
                ? 15
                : 0;
    }

    private boolean dropHolds(Instant now) {
        List<Integer> last = nps(now, 30, 0);
        List<Integer> before = nps(now, 60, 30);
        return last.size() >= 3 && before.size() >= 3 && score(before) - score(last) > 20.00001;
    }

    private int repeatedPoorCsat() {
        long poor =
                customer.own().stream()
                        .filter(event -> within(90, event.time(), at))
                        .filter(event -> event.fact() instanceof SurveyFact.Answered)
                        .map(event -> (SurveyFact.Answered) event.fact())
                        .filter(answer -> answer.survey() == Survey.CSAT && answer.score() < 2)
                        .count();
        return poor >= 3 ? 15 : 0;
    }

    /** Tickets solved a hundred days ago are not reopened. */
    private int billingQuestions() {
        Set<String> unsolved = new TreeSet<>();
        Map<String, Instant> solved = new TreeMap<>();
        for (InputEvent event : customer.own()) {
            solved.values().removeIf(time -> !within(100, time, event.time()));
            if (event.fact() instanceof TicketFact.Opened opened
                    && opened.group().filter(TicketGroup.BILLING::equals).isPresent()
                    && opened.requesterRole().map("FINANCE"::equals).orElse(true)
                    && !solved.containsKey(opened.ticketId())) {
                unsolved.add(opened.ticketId());
            } else if (event.fact() instanceof TicketFact.Solved end
                    && unsolved.remove(end.ticketId())) {
                solved.put(end.ticketId(), event.time());
            } else if (event.fact() instanceof TicketFact.Closed end
                    && unsolved.remove(end.ticketId())) {
                solved.put(end.ticketId(), event.time());
            } else if (event.fact() instanceof TicketFact.Reopened again
                    && solved.remove(again.ticketId()) != null) {
                unsolved.add(again.ticketId());
            }
        }
        return !unsolved.isEmpty() || solved.values().stream().anyMatch(t -> within(30, t, at))
                ? 10
                : 0;
    }

    private int noReview() {
        List<Instant> starts = new ArrayList<>();
        goLive().ifPresent(starts::add);
        Optional<BigDecimal> value = Optional.empty();
        for (InputEvent event : customer.own()) {
            if (event.fact() instanceof EngagementFact.ReviewHeld review && review.attended()) {
                starts.add(event.time());
            } else if (event.fact() instanceof CustomerFact.Updated patch) {
                value = patched(value, patch.annualContractValue());
            }
        }
        if (starts.isEmpty()) {
            return 0;
        }
        starts.add(customer.firstSeen());
        int worth = value.map(BigDecimal::intValue).orElse(0);
        int cadence = worth >= 100_000 ? 30 : worth >= 25_000 ? 90 : 365;
        return starts.stream().noneMatch(start -> at.isBefore(start.plus(days(cadence + 15))))
                ? 5
                : 0;
    }

    private int marketDownturn() {
        Optional<String> industry = Optional.empty();
        for (InputEvent event : customer.own()) {
            if (event.fact() instanceof CustomerFact.Updated patch) {
                industry = patched(industry, patch.industry());
            }
        }
        Set<String> down = new TreeSet<>();
        for (InputEvent event : customer.everyones()) {
            if (event.fact() instanceof MarketFact.DownturnStarted started) {
                down.add(started.industry());
            } else if (event.fact() instanceof MarketFact.DownturnEnded ended) {
                down.remove(ended.industry());
            }
        }
        return industry.filter(down::contains).isPresent() ? 10 : 0;
    }

    private int implementationDelayed() {
        List<Instant> targets = new ArrayList<>();
        for (InputEvent event : customer.own()) {
            if (event.fact() instanceof ImplementationFact.Planned planned) {
                targets.add(planned.goLiveTarget());
            } else if (event.fact() instanceof ImplementationFact.Rescheduled rescheduled) {
                targets.add(rescheduled.goLiveTarget());
            } else if (event.fact() instanceof CustomerFact.Updated patch) {
                if (patch.goLiveTarget() instanceof Change.Set<Instant> set) {
                    targets.add(set.value());
                } else if (patch.goLiveTarget() instanceof Change.Cleared<Instant>) {
                    targets.clear();
                }
            }
        }
        int pushes = 0;
        for (int i = 1; i < targets.size(); i++) {
            pushes += targets.get(i).isAfter(targets.get(i - 1)) ? 1 : 0;
        }
        boolean late = !targets.isEmpty() && !at.isBefore(targets.get(0).plus(days(14)));
        return !live() && (late || pushes >= 2) ? 20 : 0;
    }

    private boolean openFor(Duration time, String kind) {
        Map<String, Instant> open = new TreeMap<>();
        for (InputEvent event : customer.own()) {
            if (event.fact() instanceof OperationFact.DataQualityIssueOpened opened) {
                open.putIfAbsent("issue " + opened.issueId(), event.time());
            } else if (event.fact() instanceof OperationFact.DataQualityIssueResolved resolved) {
                open.remove("issue " + resolved.issueId());
            } else if (event.fact() instanceof OperationFact.IntegrationFailed failed) {
                open.putIfAbsent("link " + failed.integration(), event.time());
            } else if (event.fact() instanceof OperationFact.IntegrationRecovered recovered) {
                open.remove("link " + recovered.integration());
            }
        }
        return open.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .anyMatch(entry -> !at.isBefore(entry.getValue().plus(time)));
    }

    private int expansionOngoing() {
        Map<String, Instant> discussed = new TreeMap<>();
        for (InputEvent event : customer.own()) {
            if (event.fact() instanceof ExpansionFact.Discussed talk) {
                discussed.put(talk.opportunityId().orElse(""), event.time());
            } else if (event.fact() instanceof ExpansionFact.Won won) {
                discussed.remove(won.opportunityId().orElse(""));
            } else if (event.fact() instanceof ExpansionFact.Closed closed) {
                discussed.remove(closed.opportunityId().orElse(""));
            }
        }
        return discussed.values().stream().anyMatch(time -> within(30, time, at)) ? -10 : 0;
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
