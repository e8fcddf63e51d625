package io.customerpulse.jobs.topology;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.customer.CustomerStateFunction;
import io.customerpulse.functions.customer.DirectoryFunction;
import io.customerpulse.functions.ingest.IngestFunction;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.functions.risk.RiskScoreFunction;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.DirectoryEntry;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The data's way, from what sources receive to what is emitted ({@code docs/architecture.md}). The
 * same topology runs embedded over files and on a cluster over Kafka.
 */
public final class PulseTopology {

    private final Policies policies;
    private final Instant alertsFrom;

    /** With all clocks taken as running in earnest. */
    public PulseTopology(Policies policies) {
        this(policies, Instant.MIN);
    }

    /**
     * @param alertsFrom service-level clocks of tickets opened before are marked as backfill
     */
    public PulseTopology(Policies policies, Instant alertsFrom) {
        this.policies = policies;
        this.alertsFrom = alertsFrom;
    }

    /** Adds every step between sources and sinks, and gives back what the sinks are to write. */
    public DataStream<Emission> define(DataStream<Received> received) {
        Arrivals arrivals = arrivals(received);
        Customers customers = customers(arrivals);
        FlagTopology.Flags flags = new FlagTopology(policies).define(customers.signals());
        return riskScore(customers.signals().union(flags.factors()))
                .union(flags.results(), customers.results(), serviceLevels(arrivals));
    }

    /** Adds only what metrics and health need, and gives back what the sinks are to write. */
    public DataStream<Emission> defineHealth(DataStream<Received> received) {
        return customers(arrivals(received)).results();
    }

    /** Adds only what service levels need, and gives back what the sinks are to write. */
    public DataStream<Emission> defineServiceLevels(DataStream<Received> received) {
        Arrivals arrivals = arrivals(received);
        return serviceLevels(arrivals).union(arrivals.results());
    }

    /**
     * What arrived, on its way to the customers it concerns.
     *
     * @param results what became of input that could not be taken as it came
     */
    private record Arrivals(DataStream<Delivery> deliveries, DataStream<Emission> results) {}

    private Arrivals arrivals(DataStream<Received> received) {
        SingleOutputStreamOperator<Delivery> ingested = ingest(received);
        SingleOutputStreamOperator<Delivery> shared =
                directory(ingested.getSideOutput(IngestFunction.DIRECTORY));
        return new Arrivals(
                ingested.union(shared),
                ingested.getSideOutput(IngestFunction.REJECTED)
                        .union(shared.getSideOutput(DirectoryFunction.LATE)));
    }

    /**
     * What is known of customers before anything is made of it.
     *
     * @param results metrics and health, and what became of input that could not be taken as it
     *     came
     */
    private record Customers(DataStream<Signal> signals, DataStream<Emission> results) {}

    private Customers customers(Arrivals arrivals) {
        SingleOutputStreamOperator<Signal> signals = customerState(arrivals.deliveries());
        return new Customers(
                signals,
                signals.getSideOutput(CustomerStateFunction.RESULTS)
                        .union(
                                arrivals.results(),
                                signals.getSideOutput(CustomerStateFunction.LATE)));
    }

    private DataStream<Emission> serviceLevels(Arrivals arrivals) {
        return new SlaTopology(policies, alertsFrom).define(arrivals.deliveries()).results();
    }

    private SingleOutputStreamOperator<Delivery> ingest(DataStream<Received> received) {
        return received.process(new IngestFunction())
                .returns(PulseTypes.DELIVERY)
                .name("ingest")
                .uid(Uids.INGEST)
                .setParallelism(received.getParallelism());
    }

    private SingleOutputStreamOperator<Delivery> directory(DataStream<DirectoryEntry> entries) {
        return entries.keyBy(entry -> Integer.toString(entry.shard()), Types.STRING)
                .process(new DirectoryFunction(policies))
                .returns(PulseTypes.DELIVERY)
                .name("directory")
                .uid(Uids.DIRECTORY);
    }

    private SingleOutputStreamOperator<Signal> customerState(DataStream<Delivery> deliveries) {
        return deliveries
                .keyBy(Delivery::customer, Types.STRING)
                .process(new CustomerStateFunction(policies))
                .returns(PulseTypes.SIGNAL)
                .name("customer state")
                .uid(Uids.CUSTOMER_STATE);
    }

    private SingleOutputStreamOperator<Emission> riskScore(DataStream<Signal> signals) {
        return signals.keyBy(Signal::customer, Types.STRING)
                .process(new RiskScoreFunction(policies))
                .returns(PulseTypes.EMISSION)
                .name("risk score")
                .uid(Uids.RISK_SCORE);
    }
}
