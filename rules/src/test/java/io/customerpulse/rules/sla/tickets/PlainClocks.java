package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.Allowance;
import io.customerpulse.rules.sla.Promise;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the clocks of one ticket are to say, by walking through time in steps of half a minute and
 * counting. It shares nothing with the clocks but the policy and whether a calendar is open at an
 * instant. All times must be whole steps.
 */
final class PlainClocks {

    /** A stretch of maintenance as it was announced. */
    private record Window(int announced, int from, int until) {}

    private record Choice(int target, String calendar, List<Integer> warnings) {}

    private final class Clock {
        private final ClockKind kind;
        private final SlaTarget target;
        private final int cycle;
        private final int start;
        private final Map<String, Integer> counted = new HashMap<>();
        private final Map<Integer, Optional<Choice>> choices = new HashMap<>();
        private final BitSet stoppedByOthers = new BitSet();
        private Optional<Choice> choice = Optional.empty();
        private Optional<Choice> last = Optional.empty();
        private boolean started;
        private boolean wasSolved;
        private boolean breached;
        private boolean overdue;
        private boolean over;
        private boolean reversed;
        private int usedWhenOver = -1;
        private boolean answered;
        private int warned;

        private Clock(ClockKind kind, SlaTarget target, int cycle, int start) {
            this.kind = kind;
            this.target = target;
            this.cycle = cycle;
            this.start = start;
        }

        private boolean stopped() {
            boolean waits =
                    waiting
                            && (target == SlaTarget.RESOLUTION
                                    || target == SlaTarget.WORKAROUND
                                    || target == SlaTarget.FIRST_RESPONSE
                                            && policy.pauseFirstResponse());
            boolean majeure = kind == ClockKind.CONTRACT && !majeures.isEmpty();
            return waits || majeure || maintained(step, step);
        }

        private int counted() {
            return counted.getOrDefault(choice.get().calendar(), 0);
        }

        private boolean counting() {
            return !stopped() && !solved && open(choice.get().calendar(), step);
        }

        private void tick() {
            boolean stopped = stopped();
            stoppedByOthers.set(step, stopped);
            if (stopped || solved) {
                return;
            }
            for (String calendar : calendars.keySet()) {
                if (open(calendar, step)) {
                    counted.merge(calendar, 1, Integer::sum);
                }
            }
        }

        private void look() {
            if (over) {
                if (breached && excluded && !reversed && !ended) {
                    reversed = true;
                    say("excluded", dueAsKnown());
                }
                return;
            }
            if (ended) {
                over = true;
                return;
            }
            boolean ran = started && !breached && choice.isPresent() && !wasSolved;
            Optional<Choice> before = choice;
            choice = choose(this);
            last = choice.or(() -> last);
            boolean staysSolved = wasSolved && solved;
            boolean begins =
                    !started
                            && choice.isPresent()
                            && !staysSolved
                            && (!excluded || excludedNow)
                            && (step == start || !choice.equals(before) || wasSolved);
            if (begins) {
                started = true;
                say("started", dueAsKnown());
            }
            if (excluded) {
                boolean wouldRun = started && choice.isPresent() && !staysSolved;
                if (breached || ran || wouldRun && (!solved || excludedNow)) {
                    say("excluded", dueAsKnown());
                    reversed = true;
                    over = true;
                }
                over |= answered || !started;
            } else if (started && choice.isPresent() && !staysSolved) {
                judge();
                over |= answered;
            } else {
                over |= answered;
            }
            wasSolved = solved;
            if (over && last.isPresent()) {
                usedWhenOver = counted.getOrDefault(last.get().calendar(), 0);
            }
        }

        private void judge() {
            Choice now = choice.get();
            if (answered || solved) {
                boolean meets =
                        answered
                                || target == SlaTarget.FIRST_RESPONSE
                                || target == SlaTarget.RESOLUTION;
                if (!breached && counted() > now.target()) {
                    breach();
                } else if (!breached && meets) {
                    say("met", dueAsKnown());
                }
                return;
            }
            if (!breached
                    && (counted() > now.target() || counted() == now.target() && counting())) {
                breach();
            } else if (!breached) {
                int highest = 0;
                for (int percent : now.warnings()) {
                    if (percent > warned && counted() * 100 >= percent * now.target()) {
                        highest = percent;
                    }
                }
                if (highest > 0) {
                    warned = highest;
                    say("warned", dueAsKnown());
                }
            }
            if (breached && !overdue && counted() >= 2 * now.target()) {
                overdue = true;
                say("overdue", Optional.of(usedUp()));
            }
        }

        private void breach() {
            breached = true;
            say("breached", Optional.of(usedUp()));
        }

        /** The first step at which the target was counted. */
        private int usedUp() {
            int count = 0;
            int at = start;
            while (count < last.get().target()) {
                boolean stopped =
                        at < step ? stoppedByOthers.get(at) || solvedAt(at) : stopped() || solved;
                if (!stopped && open(last.get().calendar(), at)) {
                    count++;
                }
                at++;
            }
            return at;
        }

        private Optional<Integer> dueAsKnown() {
            if (stopped()) {
                return Optional.empty();
            }
            int count = 0;
            int at = start;
            while (count < last.get().target()) {
                boolean stopped =
                        at < step
                                ? stoppedByOthers.get(at)
                                        || solvedAt(at) && !(solved && at >= solvedSince)
                                : maintained(at, step);
                if (!stopped && open(last.get().calendar(), at)) {
                    count++;
                }
                at++;
            }
            return Optional.of(at);
        }

        private void say(String what, Optional<Integer> due) {
            int used =
                    usedWhenOver >= 0
                            ? usedWhenOver
                            : counted.getOrDefault(last.get().calendar(), 0);
            String percent =
                    BigDecimal.valueOf(used)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(
                                    BigDecimal.valueOf(last.get().target()),
                                    2,
                                    RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString();
            told.add(
                    "%s %s %s%s%s%s at %s%%%s"
                            .formatted(
                                    ToldLine.local(instant(step)),
                                    what,
                                    kind == ClockKind.INTERNAL ? "INTERNAL " : "",
                                    target,
                                    cycle == 1 ? "" : "#" + cycle,
                                    due.map(at -> " due " + ToldLine.local(instant(at))).orElse(""),
                                    percent,
                                    what.equals("excluded") && breached ? ", reverses" : ""));
        }
    }

    static final Duration STEP = Duration.ofSeconds(30);

    private final SlaPolicy policy;
    private final Instant base;
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();
    private final Map<String, BitSet> opens = new HashMap<>();
    private final Map<String, BitSet> asked = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<Clock> clocks = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final Set<String> majeures = new HashSet<>();
    private final BitSet solvedSteps = new BitSet();
    private final List<TicketFact> early = new ArrayList<>();

    private int step;
    private Tier tier = Tier.STARTER;
    private boolean terminated;
    private Optional<TicketFact.Opened> opened = Optional.empty();
    private int openedAt;
    private Severity severity = Severity.P3;
    private boolean live;
    private boolean waiting;
    private boolean solved;
    private int solvedSince;
    private int reopenedAt = -1;
    private boolean responded;
    private boolean workedAround;
    private boolean excluded;
    private boolean excludedNow;
    private boolean ended;
    private Optional<Clock> unanswered = Optional.empty();
    private int cycles;

    /**
     * @param base the step 0
     */
    PlainClocks(SlaPolicy policy, Instant base) {
        this.policy = policy;
        this.base = base;
        policy.calendars().forEach((name, c) -> calendars.put(name, new BusinessCalendar(c)));
    }

    /**
     * What is told of the ticket up to a step.
     *
     * @param facts by step, each in the order in which they apply
     */
    List<String> until(int end, TreeMap<Integer, List<Fact>> facts) {
        for (step = 0; step <= end; step++) {
            excludedNow = false;
            for (Fact fact : facts.getOrDefault(step, List.of())) {
                apply(fact);
            }
            if (solved) {
                solvedSteps.set(step);
            }
            clocks.forEach(Clock::look);
            clocks.forEach(Clock::tick);
        }
        return told;
    }

    private void apply(Fact fact) {
        if (fact instanceof CustomerFact.Updated updated) {
            BigDecimal value = ((Change.Set<BigDecimal>) updated.annualContractValue()).value();
            tier =
                    value.intValueExact() >= 100_000
                            ? Tier.ENTERPRISE
                            : value.intValueExact() >= 25_000 ? Tier.MID_MARKET : Tier.STARTER;
        } else if (fact instanceof ContractFact.Terminated) {
            terminated = true;
            ended |= opened.isPresent() && openedAt < step;
        } else if (fact instanceof ContractFact.Signed) {
            terminated = false;
        } else if (fact instanceof ImplementationFact.WentLive) {
            live |= opened.isPresent();
        } else if (fact instanceof ServiceFact.MaintenanceScheduled scheduled) {
            int from = stepOf(scheduled.start());
            if (from - step >= policy.maintenanceNotice().dividedBy(STEP)) {
                windows.add(new Window(step, from, stepOf(scheduled.end())));
            }
        } else if (fact instanceof ServiceFact.ForceMajeureDeclared declared) {
            majeures.add(declared.cause());
        } else if (fact instanceof ServiceFact.ForceMajeureEnded over) {
            majeures.remove(over.cause());
        } else if (fact instanceof TicketFact.Opened opening) {
            open(opening);
        } else if (opened.isPresent()) {
            applyToTicket((TicketFact) fact);
        } else {
            early.add((TicketFact) fact);
        }
    }

    private void open(TicketFact.Opened opening) {
        if (opened.isPresent()) {
            return;
        }
        opened = Optional.of(opening);
        openedAt = step;
        severity = opening.severity();
        for (ClockKind kind : ClockKind.values()) {
            clocks.add(new Clock(kind, SlaTarget.FIRST_RESPONSE, 1, step));
            clocks.add(new Clock(kind, SlaTarget.RESOLUTION, 1, step));
        }
        clocks.add(new Clock(ClockKind.CONTRACT, SlaTarget.WORKAROUND, 1, step));
        early.forEach(this::applyToTicket);
    }

    private void applyToTicket(TicketFact fact) {
        if (fact instanceof TicketFact.SeverityChanged changed) {
            severity = changed.severity();
        } else if (fact instanceof TicketFact.Waiting) {
            waiting |= !solved;
        } else if (fact instanceof TicketFact.Resumed) {
            waiting = false;
        } else if (fact instanceof TicketFact.Replied replied) {
            reply(replied.by(), replied.isPublic());
        } else if (fact instanceof TicketFact.WorkaroundGiven) {
            workedAround = true;
        } else if (fact instanceof TicketFact.Solved || fact instanceof TicketFact.Closed) {
            workedAround = true;
            if (!solved) {
                solved = true;
                solvedSince =
                        reopenedAt == step && step > 0 && solvedSteps.get(step - 1)
                                ? solvedSince
                                : step;
            }
        } else if (fact instanceof TicketFact.Reopened) {
            waiting = false;
            reopenedAt = step;
            solved = false;
        } else if (fact instanceof TicketFact.Excluded && !excluded) {
            excluded = true;
            excludedNow = true;
        }
        for (Clock clock : clocks) {
            if (clock.target == SlaTarget.FIRST_RESPONSE) {
                clock.answered = responded;
            } else if (clock.target == SlaTarget.WORKAROUND) {
                clock.answered = workedAround;
            }
        }
    }

    private void reply(Author by, boolean isPublic) {
        if (by == Author.AGENT && isPublic) {
            responded = true;
            unanswered.ifPresent(clock -> clock.answered = true);
            unanswered = Optional.empty();
        } else if (by == Author.CUSTOMER) {
            waiting = false;
            if (unanswered.isEmpty() && responded) {
                Clock clock =
                        new Clock(ClockKind.CONTRACT, SlaTarget.NEXT_RESPONSE, ++cycles, step);
                unanswered = Optional.of(clock);
                clocks.add(clock);
            }
        }
    }

    private Optional<Choice> choose(Clock clock) {
        Severity effective = opened.get().blocksGoLive() && !live ? Severity.P0 : severity;
        int key = tier.ordinal() * Severity.values().length + effective.ordinal();
        return clock.choices.computeIfAbsent(key, unknown -> choose(clock, effective));
    }

    private Optional<Choice> choose(Clock clock, Severity effective) {
        List<Promise> promises = new ArrayList<>();
        if (clock.kind == ClockKind.CONTRACT) {
            policy.contract().get(tier).promise(clock.target, effective).ifPresent(promises::add);
        } else {
            policy.severityMatrix().promise(clock.target, effective).ifPresent(promises::add);
            opened.get()
                    .group()
                    .flatMap(group -> policy.groups().get(group).promise(clock.target, effective))
                    .ifPresent(promises::add);
        }
        Optional<Choice> chosen = Optional.empty();
        int earliest = Integer.MAX_VALUE;
        for (Promise promise : promises) {
            for (Allowance allowance : allowances(promise)) {
                int target = (int) allowance.openTime().dividedBy(STEP);
                int due = clock.start;
                for (int count = 0; count < target; due++) {
                    count += open(allowance.calendar(), due) ? 1 : 0;
                }
                if (due < earliest) {
                    earliest = due;
                    chosen =
                            Optional.of(
                                    new Choice(
                                            target,
                                            allowance.calendar(),
                                            policy.warnings().get(tier)));
                }
            }
        }
        return chosen;
    }

    private List<Allowance> allowances(Promise promise) {
        if (promise instanceof Promise.ByOpening byOpening) {
            return open(byOpening.calendar(), openedAt) ? byOpening.inside() : byOpening.outside();
        }
        return ((Promise.Fixed) promise).allowances();
    }

    private boolean maintained(int at, int known) {
        return windows.stream()
                .anyMatch(w -> w.announced() <= known && w.from() <= at && at < w.until());
    }

    private boolean solvedAt(int at) {
        return solvedSteps.get(at);
    }

    private boolean open(String calendar, int at) {
        BitSet known = asked.computeIfAbsent(calendar, name -> new BitSet());
        BitSet open = opens.computeIfAbsent(calendar, name -> new BitSet());
        if (!known.get(at)) {
            known.set(at);
            open.set(at, calendars.get(calendar).isOpen(instant(at)));
        }
        return open.get(at);
    }

    private Instant instant(int at) {
        return base.plus(STEP.multipliedBy(at));
    }

    private int stepOf(Instant instant) {
        return (int) Duration.between(base, instant).dividedBy(STEP);
    }
}
