package io.customerpulse.functions.sla;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.state.StateAccess;
import io.customerpulse.functions.time.TimeOrderedFunction;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.sla.PinnedPolicy;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.tickets.CustomerClocks;
import io.customerpulse.rules.sla.tickets.SlaAccount;
import io.customerpulse.rules.sla.tickets.SlaPolicies;
import io.customerpulse.rules.sla.tickets.TicketRecord;
import io.customerpulse.rules.sla.tickets.TicketStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Runs the service-level clocks of a customer's tickets: keeps what they have in common and each
 * ticket on its own, publishes what the clocks say, and signals what decides about misses.
 *
 * <p>The policies it ever ran with are a part of its state, once for all customers: a clock keeps
 * to the version it started with, also when a job goes on with another configuration.
 */
public final class SlaClocksFunction extends TimeOrderedFunction<Delivery, SlaSignal>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** What clocks say, breaches apart, which a pattern finds. */
    public static final OutputTag<Emission> RESULTS =
            new OutputTag<>("sla-results", PulseTypes.EMISSION);

    private final Policies policies;
    private final Instant alertsFrom;

    private transient ListState<PinnedPolicy> pinnedState;
    private transient Map<String, SlaPolicy> pinned;
    private transient CustomerClocks clocks;
    private transient ValueState<SlaAccount> accountState;
    private transient MapState<String, TicketRecord> ticketState;
    private transient TicketStore tickets;
    private transient SlaAccount account;
    private transient Counter withoutOpening;

    /**
     * @param alertsFrom clocks of tickets opened before are marked as backfill; {@link Instant#MIN}
     *     if none are
     */
    public SlaClocksFunction(Policies policies, Instant alertsFrom) {
        super(PulseTypes.DELIVERY);
        this.policies = policies;
        this.alertsFrom = alertsFrom;
    }

    /** Whether it looks at events of this kind; all others may be left out. */
    public static boolean looksAt(Delivery delivery) {
        return CustomerClocks.concerns(delivery);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        pinnedState =
                context.getOperatorStateStore()
                        .getUnionListState(
                                new ListStateDescriptor<>("policies", PulseTypes.PINNED_POLICY));
        pinned = new TreeMap<>();
        for (PinnedPolicy known : pinnedState.get()) {
            pinned.put(known.version(), known.policy());
        }
        pinned.put(policies.version(), policies.sla());
    }

    /** Every subtask knows the same versions, so that one of them speaks for all. */
    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        pinnedState.clear();
        if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            for (Map.Entry<String, SlaPolicy> version : pinned.entrySet()) {
                pinnedState.add(new PinnedPolicy(version.getKey(), version.getValue()));
            }
        }
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        clocks =
                new CustomerClocks(
                        new SlaPolicies(
                                policies.version(),
                                policies.sla(),
                                policies.customer(),
                                pinned,
                                Optional.of(alertsFrom)));
        accountState =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("account", PulseTypes.SLA_ACCOUNT));
        ticketState =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "tickets", Types.STRING, PulseTypes.TICKET_RECORD));
        tickets = new KeptTickets();
        withoutOpening = getRuntimeContext().getMetricGroup().counter("eventsWithoutOpening");
    }

    @Override
    protected Instant timeOf(Delivery delivery) {
        return delivery.at();
    }

    @Override
    protected Optional<Instant> load() throws Exception {
        account = Optional.ofNullable(accountState.value()).orElseGet(SlaAccount::new);
        return account.nextTurn();
    }

    @Override
    protected Optional<Instant> advance(
            String customer,
            Instant at,
            List<Delivery> deliveries,
            Context context,
            Collector<SlaSignal> out) {
        CustomerClocks.Step step = clocks.advance(account, tickets, customer, at, deliveries);
        step.signals().forEach(out::collect);
        step.results().forEach(result -> context.output(RESULTS, result));
        withoutOpening.inc(step.withoutOpening());
        return account.nextTurn();
    }

    @Override
    protected void save() throws Exception {
        accountState.update(account);
    }

    private final class KeptTickets implements TicketStore {

        @Override
        public Optional<TicketRecord> get(String ticketId) {
            return StateAccess.of(() -> Optional.ofNullable(ticketState.get(ticketId)));
        }

        @Override
        public void put(TicketRecord ticket) {
            StateAccess.of(
                    () -> {
                        ticketState.put(ticket.ticketId(), ticket);
                        return ticket;
                    });
        }

        @Override
        public void remove(String ticketId) {
            StateAccess.of(
                    () -> {
                        ticketState.remove(ticketId);
                        return ticketId;
                    });
        }

        @Override
        public Iterable<TicketRecord> all() {
            return StateAccess.of(ticketState::values);
        }

        @Override
        public void clear() {
            ticketState.clear();
        }
    }
}
