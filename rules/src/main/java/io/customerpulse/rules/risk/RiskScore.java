package io.customerpulse.rules.risk;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.RiskBand;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Turns assessments, and the factors that flags decide, into what is published ({@code
 * docs/rules.md}, outputs): a score when the contributions change and never otherwise, and a band
 * change when the announced band does.
 */
public final class RiskScore {

    /**
     * The state after an instant.
     *
     * @param state empty when nothing is to be kept, after an erasure
     * @param emissions what is to be published
     */
    public record Step(Optional<PublishedRisk> state, List<Emission> emissions) {}

    private final RiskPolicy policy;
    private final String policyVersion;

    public RiskScore(RiskPolicy policy, String policyVersion) {
        this.policy = policy;
        this.policyVersion = policyVersion;
    }

    /**
     * Moves what is published to an instant.
     *
     * @param signals what became true then, in any order; empty at {@link #nextTurn}
     */
    public Step advance(PublishedRisk state, String customer, Instant at, List<Signal> signals) {
        if (signals.stream().anyMatch(Signal.CustomerErased.class::isInstance)) {
            return new Step(
                    Optional.empty(), List.of(new Tombstone(Topic.RISK_SCORES, customer, at)));
        }
        for (Signal signal : signals) {
            if (signal instanceof Signal.RiskAssessed assessed) {
                state.assessed(assessed);
            } else if (signal instanceof Signal.FactorsFlagged flagged) {
                state.flagged(flagged.contributions());
            }
        }
        List<Emission> emissions = new ArrayList<>();
        score(state, customer, at).ifPresent(emissions::add);
        announce(state, customer, at).ifPresent(emissions::add);
        return new Step(Optional.of(state), emissions);
    }

    /** The next instant at which the announced band changes if nothing else happens. */
    public Optional<Instant> nextTurn(PublishedRisk state) {
        return state.band().nextTurn(policy.bands().improvementHolds());
    }

    private Optional<OutputEvent> score(PublishedRisk state, String customer, Instant at) {
        return state.assessed().flatMap(assessed -> score(state, assessed, customer, at));
    }

    private Optional<OutputEvent> score(
            PublishedRisk state, Signal.RiskAssessed signal, String customer, Instant at) {
        List<Contribution> contributions = contributions(signal, state.flagged());
        Map<String, Integer> factors = new LinkedHashMap<>();
        contributions.forEach(c -> factors.put(c.factor(), c.points()));
        boolean same =
                state.life() == signal.life()
                        && state.churned() == signal.churned()
                        && state.contributions().equals(factors);
        if (same) {
            return Optional.empty();
        }
        int points = factors.values().stream().mapToInt(Integer::intValue).sum();
        RiskResult.Scored scored =
                new RiskResult.Scored(
                        points,
                        Math.max(0, Math.min(100, points)),
                        policy.bands().of(points),
                        state.points(),
                        contributions,
                        changed(state.contributions(), factors),
                        signal.missing(),
                        signal.churned(),
                        policyVersion);
        state.published(signal.life(), signal.churned(), points, factors);
        return Optional.of(OutputEvent.of(customer, at, scored));
    }

    /** All that counts, in the order of the rules. */
    private static List<Contribution> contributions(
            Signal.RiskAssessed assessed, List<Contribution> flagged) {
        return flagged.isEmpty()
                ? assessed.contributions()
                : Stream.concat(assessed.contributions().stream(), flagged.stream())
                        .sorted(Comparator.comparing(RiskScore::place))
                        .toList();
    }

    private static int place(Contribution contribution) {
        return RiskFactor.named(contribution.factor())
                .map(RiskFactor::ordinal)
                .orElse(Integer.MAX_VALUE);
    }

    private Optional<OutputEvent> announce(PublishedRisk state, String customer, Instant at) {
        int points = state.points().orElse(0);
        RiskBand raw = policy.bands().of(points);
        return state.band()
                .update(at, raw, policy.bands().improvementHolds())
                .map(
                        before ->
                                OutputEvent.of(
                                        customer,
                                        at,
                                        new RiskResult.BandChanged(
                                                before,
                                                state.band().announced(),
                                                points,
                                                List.copyOf(state.contributions().keySet()),
                                                policyVersion)));
    }

    /** The factors that began, ended or count differently, in alphabetical order. */
    private static List<String> changed(Map<String, Integer> before, Map<String, Integer> after) {
        TreeSet<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(f -> after.containsKey(f) && after.get(f).equals(before.get(f)));
        return List.copyOf(changed);
    }
}
