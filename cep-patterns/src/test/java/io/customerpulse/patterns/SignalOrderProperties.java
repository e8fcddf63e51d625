package io.customerpulse.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.Confidence;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * The laws of a total order that agrees with {@code equals}. The values are few, so that signals
 * often agree in all but one thing.
 */
class SignalOrderProperties {

    private final SignalOrder order = new SignalOrder();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onlyEqualSignalsCompareAsEqual(
            @ForAll("signals") Signal one, @ForAll("signals") Signal other) {
        assertThat(order.compare(one, other) == 0).isEqualTo(one.equals(other));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void oneOfTwoSignalsComesFirstWhicheverIsAskedFirst(
            @ForAll("signals") Signal one, @ForAll("signals") Signal other) {
        assertThat(Integer.signum(order.compare(one, other)))
                .isEqualTo(-Integer.signum(order.compare(other, one)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatComesBeforeAnEarlierSignalComesBeforeALaterOne(
            @ForAll("signals") Signal one,
            @ForAll("signals") Signal other,
            @ForAll("signals") Signal third) {
        List<Signal> sorted = new ArrayList<>(List.of(one, other, third));
        sorted.sort(order);

        assertThat(order.compare(sorted.get(0), sorted.get(1))).isNotPositive();
        assertThat(order.compare(sorted.get(1), sorted.get(2))).isNotPositive();
        assertThat(order.compare(sorted.get(0), sorted.get(2))).isNotPositive();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void sortsTheSameHoweverTheSignalsArrive(
            @ForAll("listsOfSignals") List<Signal> signals, @ForAll Random random) {
        List<Signal> shuffled = new ArrayList<>(signals);
        Collections.shuffle(shuffled, random);

        assertThat(shuffled.stream().sorted(order))
                .isEqualTo(signals.stream().sorted(order).toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anErasureIsTheLastOfItsInstant(
            @ForAll("assessments") Signal assessment, @ForAll("erasures") Signal erasure) {
        Assume.that(assessment.time().equals(erasure.time()));
        Assume.that(assessment.customer().equals(erasure.customer()));

        assertThat(order.compare(assessment, erasure)).isNegative();
    }

    @Example
    void everyKindOfSignalIsAmongThoseTheLawsAreTriedOn() {
        List<Class<?>> kinds = Arrays.asList(Signal.class.getPermittedSubclasses());

        assertThat(signals().withoutEdgeCases().list().ofSize(400).sample())
                .extracting(signal -> (Object) signal.getClass())
                .containsAll(kinds);
    }

    @Provide
    Arbitrary<Signal> signals() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, assessments()),
                Tuple.of(2, conditions()),
                Tuple.of(2, measurements()),
                Tuple.of(5, others()),
                Tuple.of(1, erasures()));
    }

    private static Arbitrary<Signal> conditions() {
        return Combinators.combine(
                        customers(),
                        times(),
                        texts(),
                        Arbitraries.of(true, false),
                        texts().list().ofMaxSize(2),
                        Arbitraries.of(Optional.<Confidence>empty(), Optional.of(Confidence.LOW)))
                .as(Signal.ConditionHolds::new);
    }

    private static Arbitrary<Signal> measurements() {
        Arbitrary<Integer> few = Arbitraries.of(1, 2);
        return Combinators.combine(customers(), times(), times(), few, few)
                .as(Signal.NpsMeasured::new);
    }

    private static Arbitrary<Signal> others() {
        return Arbitraries.oneOf(
                Combinators.combine(customers(), times(), texts()).as(Signal.ConditionEnded::new),
                Combinators.combine(customers(), times(), texts()).as(Signal.PatternMatched::new),
                Combinators.combine(customers(), times(), Arbitraries.of(true, false))
                        .as(Signal.LifeChanged::new),
                Combinators.combine(customers(), times(), Arbitraries.of(1, 2), texts())
                        .as(Signal.AnswerRated::new),
                Combinators.combine(customers(), times(), contributions().list().ofMaxSize(2))
                        .as(Signal.FactorsFlagged::new));
    }

    @Provide
    Arbitrary<List<Signal>> listsOfSignals() {
        return signals().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Signal> assessments() {
        return Combinators.combine(
                        customers(),
                        times(),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(true, false),
                        contributions().list().ofMaxSize(2),
                        texts().list().ofMaxSize(2))
                .as(Signal.RiskAssessed::new);
    }

    @Provide
    Arbitrary<Signal> erasures() {
        return Combinators.combine(customers(), times()).as(Signal.CustomerErased::new);
    }

    private static Arbitrary<String> customers() {
        return Arbitraries.of("acme", "globex");
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.of(0L, 1L).map(Instant::ofEpochMilli);
    }

    /** Lists of these look alike when printed, but are not equal. */
    private static Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "a, b");
    }

    private static Arbitrary<Contribution> contributions() {
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(-5, 10),
                        times(),
                        texts().list().ofMaxSize(2),
                        Arbitraries.of(Optional.<Confidence>empty(), Optional.of(Confidence.LOW)))
                .as(Contribution::new);
    }
}
