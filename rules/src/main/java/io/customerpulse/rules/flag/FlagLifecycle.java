package io.customerpulse.rules.flag;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.FlagResult;
import io.customerpulse.rules.risk.RiskFactor;
import io.customerpulse.rules.risk.RiskPolicy;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Raises and clears the flags of a customer ({@code docs/rules.md}, flags and outputs). A flag is
 * up from when it was found to begin, by a pattern or by its condition alone, until its condition
 * ends. What a pattern finds while the condition does not hold, as after an erasure, begins
 * nothing.
 */
public final class FlagLifecycle {

    /**
     * The state after an instant.
     *
     * @param state empty when nothing is to be kept
     * @param emissions what is to be published
     * @param signals the factors that count now, if that changed
     */
    public record Step(Optional<FlagState> state, List<Emission> emissions, List<Signal> signals) {}

    private final FlagPolicy policy;
    private final FlagPoints points;
    private final String policyVersion;

    public FlagLifecycle(FlagPolicy policy, RiskPolicy risk, String policyVersion) {
        this.policy = policy;
        this.points = new FlagPoints(risk, policy);
        this.policyVersion = policyVersion;
    }

    /**
     * Moves the flags to an instant.
     *
     * @param signals what became true then, in any order; empty at {@link #nextTurn}
     */
    public Step advance(FlagState state, String customer, Instant at, List<Signal> signals) {
        if (signals.stream().anyMatch(Signal.CustomerErased.class::isInstance)) {
            return new Step(Optional.empty(), List.of(), List.of());
        }
        state.lowered().values().removeIf(lowered -> !lowered.until().isAfter(at));
        List<Contribution> counted = contributions(state);
        Map<Flag, FlagState.Holding> before = new EnumMap<>(Flag.class);
        before.putAll(state.holding());
        apply(state, signals);
        List<Emission> emissions = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            boolean up = !state.churned() && begun(state, flag);
            boolean wasUp = state.raised().containsKey(flag);
            if (up && !wasUp) {
                emissions.add(OutputEvent.of(customer, at, raise(state, flag, at)));
            } else if (!up && wasUp) {
                Condition last = before.get(flag).condition();
                emissions.add(OutputEvent.of(customer, at, clear(state, flag, at, last)));
            }
        }
        List<Contribution> counting = contributions(state);
        List<Signal> told =
                counting.equals(counted)
                        ? List.of()
                        : List.of(new Signal.FactorsFlagged(customer, at, counting));
        return new Step(state.isEmpty() ? Optional.empty() : Optional.of(state), emissions, told);
    }

    /** The next instant at which a flag that came down can no longer go on. */
    public Optional<Instant> nextTurn(FlagState state) {
        return state.lowered().values().stream()
                .map(FlagState.Lowered::until)
                .min(Instant::compareTo);
    }

    private static boolean begun(FlagState state, Flag flag) {
        return Optional.ofNullable(state.holding().get(flag))
                .filter(FlagState.Holding::begun)
                .isPresent();
    }

    /** What ended and what holds comes before what was found to begin. */
    private static void apply(FlagState state, List<Signal> signals) {
        for (Signal signal : signals) {
            if (signal instanceof Signal.LifeChanged life) {
                state.churned(life.churned());
            } else if (signal instanceof Signal.ConditionEnded ended) {
                Flag.named(ended.flag()).ifPresent(state.holding()::remove);
            } else if (signal instanceof Signal.ConditionHolds holds) {
                Flag.named(holds.flag()).ifPresent(flag -> hold(state, flag, holds));
            }
        }
        for (Signal signal : signals) {
            if (signal instanceof Signal.PatternMatched matched) {
                Flag.named(matched.flag())
                        .ifPresent(
                                flag ->
                                        state.holding()
                                                .computeIfPresent(
                                                        flag,
                                                        (f, held) ->
                                                                new FlagState.Holding(
                                                                        held.condition(), true)));
            }
        }
    }

    private static void hold(FlagState state, Flag flag, Signal.ConditionHolds holds) {
        boolean begun =
                flag.beginning() == Flag.Beginning.CONDITION
                        || !holds.begins() && begun(state, flag);
        state.holding()
                .put(
                        flag,
                        new FlagState.Holding(
                                new Condition(holds.evidence(), holds.confidence()), begun));
    }

    private FlagResult raise(FlagState state, Flag flag, Instant at) {
        Optional<FlagState.Lowered> lately = Optional.ofNullable(state.lowered().remove(flag));
        FlagState.Raised raised =
                lately.map(before -> new FlagState.Raised(at, before.since(), before.dueAt()))
                        .orElseGet(
                                () ->
                                        new FlagState.Raised(
                                                at, at, policy.dueWithin(flag).map(at::plus)));
        state.raised().put(flag, raised);
        return new FlagResult.Raised(
                flag.id(),
                policy.color(flag),
                points.of(flag),
                raised.dueAt(),
                state.holding().get(flag).condition().evidence(),
                raised.since(),
                lately.isPresent(),
                policyVersion);
    }

    private FlagResult clear(FlagState state, Flag flag, Instant at, Condition last) {
        FlagState.Raised raised = state.raised().remove(flag);
        Instant until = at.plus(policy.continuesWithin());
        if (until.isAfter(at)) {
            state.lowered().put(flag, new FlagState.Lowered(until, raised.since(), raised.dueAt()));
        }
        return new FlagResult.Cleared(
                flag.id(),
                policy.color(flag),
                points.of(flag),
                raised.dueAt(),
                last.evidence(),
                raised.since(),
                policyVersion);
    }

    /** The factors that flags decide and that are up, in the order of the rules. */
    private List<Contribution> contributions(FlagState state) {
        List<Contribution> contributions = new ArrayList<>();
        for (RiskFactor factor : RiskFactor.values()) {
            Optional<Flag> flag =
                    factor.comesFromFlag()
                            ? Flag.named(factor.id()).filter(state.raised()::containsKey)
                            : Optional.empty();
            flag.map(up -> contribution(state, up)).ifPresent(contributions::add);
        }
        return contributions;
    }

    private Contribution contribution(FlagState state, Flag flag) {
        Condition condition = state.holding().get(flag).condition();
        return new Contribution(
                flag.id(),
                points.of(flag).orElseThrow(),
                state.raised().get(flag).began(),
                condition.evidence(),
                condition.confidence());
    }
}
