package io.customerpulse.rules.flag;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.FlagResult;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.story.ShippedPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlagLifecycleTest {

    private static final Policies POLICIES = ShippedPolicies.read();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(3));

    private final FlagLifecycle lifecycle =
            new FlagLifecycle(POLICIES.flags(), POLICIES.risk(), POLICIES.version());
    private Optional<FlagState> state = Optional.empty();

    private FlagLifecycle.Step step(Instant at, Signal... signals) {
        FlagLifecycle.Step step =
                lifecycle.advance(state.orElseGet(FlagState::new), "acme", at, List.of(signals));
        state = step.state();
        return step;
    }

    /** What was published, as {@code raised downtime} or {@code cleared downtime}. */
    private List<String> said(Instant at, Signal... signals) {
        List<String> said = new ArrayList<>();
        for (Emission emission : step(at, signals).emissions()) {
            FlagResult result = (FlagResult) ((OutputEvent) emission).result();
            said.add(result.type().typeName().substring(5) + " " + result.flag());
        }
        return said;
    }

    private FlagResult.Raised raised(Instant at, Signal... signals) {
        return (FlagResult.Raised) ((OutputEvent) step(at, signals).emissions().get(0)).result();
    }

    private static Signal holds(String flag, Instant at, String... evidence) {
        return new Signal.ConditionHolds(
                "acme", at, flag, true, List.of(evidence), Optional.empty());
    }

    private static Signal changed(String flag, Instant at, String... evidence) {
        return new Signal.ConditionHolds(
                "acme", at, flag, false, List.of(evidence), Optional.empty());
    }

    private static Signal ended(String flag, Instant at) {
        return new Signal.ConditionEnded("acme", at, flag);
    }

    private static Signal matched(String flag, Instant at) {
        return new Signal.PatternMatched("acme", at, flag);
    }

    @Test
    void aRedFlagIsRaisedWhenAPatternFindsThatItBegins() {
        assertThat(said(NOON, holds("downtime", NOON), matched("downtime", NOON)))
                .containsExactly("raised downtime");
    }

    @Test
    void theOrderOfTheSignalsOfAnInstantDoesNotMatter() {
        assertThat(said(NOON, matched("downtime", NOON), holds("downtime", NOON)))
                .containsExactly("raised downtime");
    }

    @Test
    void aRedFlagIsNotRaisedByItsConditionAlone() {
        assertThat(said(NOON, holds("downtime", NOON))).isEmpty();
    }

    @Test
    void whatAPatternFindsWithoutTheConditionBeginsNothing() {
        assertThat(said(NOON, matched("repeated-poor-csat", NOON))).isEmpty();
        assertThat(said(LATER, holds("repeated-poor-csat", LATER))).isEmpty();
    }

    @Test
    void aGreenFlagIsRaisedByItsConditionAlone() {
        assertThat(said(NOON, holds("expanding", NOON))).containsExactly("raised expanding");
    }

    @Test
    void theDeadlineDependsOnTheColor() {
        assertThat(raised(NOON, holds("downtime", NOON), matched("downtime", NOON)).dueAt())
                .contains(NOON.plus(Duration.ofHours(24)));
        assertThat(raised(LATER, holds("nps-drop", LATER), matched("nps-drop", LATER)).dueAt())
                .contains(LATER.plus(Duration.ofDays(7)));
        assertThat(raised(LATER, holds("expanding", LATER)).dueAt()).isEmpty();
    }

    @Test
    void aFlagStaysUpWhilePatternsFindItAgainAndItsEvidenceChanges() {
        said(NOON, holds("downtime", NOON, "/s#1"), matched("downtime", NOON));
        assertThat(said(LATER, changed("downtime", LATER, "/s#2"), matched("downtime", LATER)))
                .isEmpty();
    }

    @Test
    void whatWasBehindItLastIsToldWhenItIsCleared() {
        said(NOON, holds("downtime", NOON, "/s#1"), matched("downtime", NOON));
        said(NOON.plusSeconds(1), changed("downtime", NOON.plusSeconds(1), "/s#1", "/s#2"));

        FlagResult.Cleared cleared =
                (FlagResult.Cleared)
                        ((OutputEvent) step(LATER, ended("downtime", LATER)).emissions().get(0))
                                .result();

        assertThat(cleared.evidence()).containsExactly("/s#1", "/s#2");
        assertThat(cleared.since()).isEqualTo(NOON);
        assertThat(cleared.dueAt()).contains(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void aFlagRaisedAgainLessThanADayAfterItWasClearedGoesOn() {
        said(NOON, holds("downtime", NOON), matched("downtime", NOON));
        said(LATER, ended("downtime", LATER));
        Instant soon = LATER.plus(Duration.ofHours(24)).minusMillis(1);

        FlagResult.Raised again = raised(soon, holds("downtime", soon), matched("downtime", soon));

        assertThat(again.continues()).isTrue();
        assertThat(again.since()).isEqualTo(NOON);
        assertThat(again.dueAt()).contains(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void aFlagRaisedAgainADayAfterItWasClearedIsANewOne() {
        said(NOON, holds("downtime", NOON), matched("downtime", NOON));
        said(LATER, ended("downtime", LATER));
        Instant nextDay = LATER.plus(Duration.ofHours(24));

        FlagResult.Raised again =
                raised(nextDay, holds("downtime", nextDay), matched("downtime", nextDay));

        assertThat(again.continues()).isFalse();
        assertThat(again.since()).isEqualTo(nextDay);
    }

    @Test
    void nothingIsKeptOfAFlagThatCanNoLongerGoOn() {
        said(NOON, holds("expanding", NOON));
        said(LATER, ended("expanding", LATER));
        assertThat(lifecycle.nextTurn(state.orElseThrow()))
                .contains(LATER.plus(Duration.ofHours(24)));

        step(LATER.plus(Duration.ofHours(24)));

        assertThat(state).isEmpty();
    }

    @Test
    void aTerminationClearsAllAndWhatRestsOnFactsComesBackWithANewContract() {
        said(
                NOON,
                holds("repeated-poor-csat", NOON),
                matched("repeated-poor-csat", NOON),
                holds("expanding", NOON));

        assertThat(
                        said(
                                LATER,
                                new Signal.LifeChanged("acme", LATER, true),
                                ended("expanding", LATER)))
                .containsExactly("cleared repeated-poor-csat", "cleared expanding");
        Instant signed = LATER.plus(Duration.ofDays(2));
        FlagResult.Raised again = raised(signed, new Signal.LifeChanged("acme", signed, false));
        assertThat(again.flag()).isEqualTo("repeated-poor-csat");
        assertThat(again.since()).isEqualTo(signed);
    }

    @Test
    void anErasureForgetsInSilence() {
        said(NOON, holds("downtime", NOON), matched("downtime", NOON));

        assertThat(said(LATER, new Signal.CustomerErased("acme", LATER))).isEmpty();
        assertThat(state).isEmpty();
    }

    @Test
    void theFactorOfAFlagIsToldOnceWhenItBeginsAndOnceWhenItEnds() {
        Signal told =
                new Signal.FactorsFlagged(
                        "acme",
                        NOON,
                        List.of(
                                new Contribution(
                                        "nps-drop", 15, NOON, List.of("/s#1"), Optional.empty())));
        assertThat(step(NOON, holds("nps-drop", NOON, "/s#1"), matched("nps-drop", NOON)).signals())
                .containsExactly(told);
        assertThat(step(LATER, matched("nps-drop", LATER)).signals()).isEmpty();
        assertThat(step(LATER.plusSeconds(1), ended("nps-drop", LATER.plusSeconds(1))).signals())
                .containsExactly(
                        new Signal.FactorsFlagged("acme", LATER.plusSeconds(1), List.of()));
    }

    @Test
    void theFactorOfAFlagThatGoesOnCountsAnew() {
        step(NOON, holds("nps-drop", NOON), matched("nps-drop", NOON));
        step(LATER, ended("nps-drop", LATER));
        Instant soon = LATER.plusSeconds(60);

        FlagLifecycle.Step again = step(soon, holds("nps-drop", soon), matched("nps-drop", soon));

        Signal.FactorsFlagged told = (Signal.FactorsFlagged) again.signals().get(0);
        assertThat(told.contributions()).extracting(Contribution::since).containsExactly(soon);
    }

    @Test
    void otherFlagsTellNoFactor() {
        assertThat(step(NOON, holds("downtime", NOON), matched("downtime", NOON)).signals())
                .isEmpty();
    }
}
