package io.customerpulse.functions.risk;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.time.TimeOrderedFunction;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.risk.PublishedRisk;
import io.customerpulse.rules.risk.RiskScore;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/** Publishes risk scores and band changes from signals, keyed by customer. */
public final class RiskScoreFunction extends TimeOrderedFunction<Signal, Emission> {

    private static final long serialVersionUID = 1L;

    private final Policies policies;

    private transient RiskScore score;
    private transient ValueState<PublishedRisk> publishedState;
    private transient Optional<PublishedRisk> published;

    public RiskScoreFunction(Policies policies) {
        super(PulseTypes.SIGNAL);
        this.policies = policies;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        score = new RiskScore(policies.risk(), policies.version());
        publishedState =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>("published", PulseTypes.PUBLISHED_RISK));
    }

    @Override
    protected Instant timeOf(Signal signal) {
        return signal.time();
    }

    @Override
    protected Optional<Instant> load() throws Exception {
        published = Optional.ofNullable(publishedState.value());
        return nextTurn();
    }

    @Override
    protected Optional<Instant> advance(
            String customer,
            Instant at,
            List<Signal> signals,
            Context context,
            Collector<Emission> out) {
        RiskScore.Step step =
                score.advance(published.orElseGet(PublishedRisk::new), customer, at, signals);
        published = step.state();
        step.emissions().forEach(out::collect);
        return nextTurn();
    }

    @Override
    protected void save() throws Exception {
        if (published.isPresent()) {
            publishedState.update(published.get());
        } else {
            publishedState.clear();
        }
    }

    private Optional<Instant> nextTurn() {
        return published.flatMap(score::nextTurn);
    }
}
