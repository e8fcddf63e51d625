package io.customerpulse.functions.risk;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.signal.SignalFunction;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.risk.PublishedRisk;
import io.customerpulse.rules.risk.RiskScore;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;

/** Publishes risk scores and band changes from signals, keyed by customer. */
public final class RiskScoreFunction extends SignalFunction<PublishedRisk, Emission> {

    private static final long serialVersionUID = 1L;

    private final Policies policies;

    private transient RiskScore score;

    public RiskScoreFunction(Policies policies) {
        super("published", PulseTypes.PUBLISHED_RISK);
        this.policies = policies;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        score = new RiskScore(policies.risk(), policies.version());
    }

    @Override
    protected Optional<PublishedRisk> advance(
            Optional<PublishedRisk> published,
            String customer,
            Instant at,
            List<Signal> signals,
            Context context,
            Collector<Emission> out) {
        RiskScore.Step step =
                score.advance(published.orElseGet(PublishedRisk::new), customer, at, signals);
        step.emissions().forEach(out::collect);
        return step.state();
    }

    @Override
    protected Optional<Instant> nextTurn(PublishedRisk published) {
        return score.nextTurn(published);
    }
}
