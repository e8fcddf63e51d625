package io.customerpulse.functions.customer;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.time.TimeOrderedFunction;
import io.customerpulse.rules.customer.CustomerFacts;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.timeline.CustomerTimeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps one record a customer, publishes metrics and health, and sends signals. Telemetry of open
 * days fills the record on arrival, with one read and at most one write; everything else waits for
 * its instant.
 */
public final class CustomerStateFunction extends TimeOrderedFunction<Delivery, Signal> {

    private static final long serialVersionUID = 1L;

    /** Events that came late, with what became of them. */
    public static final OutputTag<Emission> LATE = new OutputTag<>("late", PulseTypes.EMISSION);

    /** Metrics and health, and the tombstones of both. */
    public static final OutputTag<Emission> RESULTS =
            new OutputTag<>("results", PulseTypes.EMISSION);

    private final Policies policies;

    private transient CustomerTimeline timeline;
    private transient ValueState<CustomerRecord> recordState;
    private transient CustomerRecord record;
    private transient Counter duplicates;
    private transient Counter lateEvents;

    public CustomerStateFunction(Policies policies) {
        super(PulseTypes.DELIVERY);
        this.policies = policies;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        timeline = CustomerTimeline.withFlags(policies);
        recordState =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("record", PulseTypes.CUSTOMER_RECORD));
        duplicates = getRuntimeContext().getMetricGroup().counter("eventsDuplicate");
        lateEvents = getRuntimeContext().getMetricGroup().counter("eventsLate");
    }

    @Override
    public void processElement(Delivery delivery, Context context, Collector<Signal> out)
            throws Exception {
        if (timeline.facts().fillsOpenDay(delivery)) {
            load();
            if (isAfterAwaitedErasure(delivery)) {
                super.processElement(delivery, context, out);
            } else {
                fillOpenDay(delivery, context);
            }
            return;
        }
        super.processElement(delivery, context, out);
        if (CustomerTimeline.erases(delivery)) {
            load();
            awaitNextErasure();
            save();
        }
    }

    private boolean isAfterAwaitedErasure(Delivery delivery) {
        return record.erasureAwaited().filter(delivery.at()::isAfter).isPresent();
    }

    private void fillOpenDay(Delivery delivery, Context context) throws Exception {
        Optional<Instant> planned = record.nextTurn();
        boolean changed = timeline.facts().fillOpenDay(record, delivery);
        if (changed) {
            save();
            replan(context.timerService(), planned, record.nextTurn());
        }
        sayLate(delivery, changed, context);
    }

    @Override
    protected Instant timeOf(Delivery delivery) {
        return delivery.at();
    }

    @Override
    protected Optional<Instant> load() throws Exception {
        record = Optional.ofNullable(recordState.value()).orElseGet(CustomerRecord::new);
        return record.nextTurn();
    }

    @Override
    protected Optional<Instant> advance(
            String customer,
            Instant at,
            List<Delivery> deliveries,
            Context context,
            Collector<Signal> out)
            throws Exception {
        CustomerTimeline.Step step = timeline.advance(record, customer, at, deliveries);
        if (deliveries.stream().anyMatch(CustomerTimeline::erases)) {
            awaitNextErasure();
        }
        for (CustomerTimeline.Applied applied : step.effects()) {
            if (applied.effect() == CustomerFacts.Effect.DUPLICATE) {
                duplicates.inc();
            }
            sayLate(applied.delivery(), applied.effect() == CustomerFacts.Effect.APPLIED, context);
        }
        step.signals().forEach(out::collect);
        step.emissions().forEach(emission -> context.output(RESULTS, emission));
        return record.nextTurn();
    }

    private void awaitNextErasure() throws Exception {
        Optional<Instant> next = Optional.empty();
        for (Delivery delivery : waiting()) {
            if (CustomerTimeline.erases(delivery)
                    && next.filter(at -> !at.isAfter(delivery.at())).isEmpty()) {
                next = Optional.of(delivery.at());
            }
        }
        record.erasureAwaited(next);
    }

    @Override
    protected void save() throws Exception {
        recordState.update(record);
    }

    private void sayLate(Delivery delivery, boolean applied, Context context) {
        LateEvents.of(delivery, applied, policies.version())
                .ifPresent(
                        late -> {
                            lateEvents.inc();
                            context.output(LATE, late);
                        });
    }
}
