package io.customerpulse.functions.customer;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.state.StateAccess;
import io.customerpulse.functions.time.TimeOrderedFunction;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.Directory;
import io.customerpulse.rules.customer.DirectoryEntry;
import io.customerpulse.rules.customer.SharedCauses;
import io.customerpulse.rules.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The {@link Directory}, keyed by shard: copies shared events to the customers concerned at their
 * instant, and tells customers who arrive later of open causes.
 */
public final class DirectoryFunction extends TimeOrderedFunction<DirectoryEntry, Delivery> {

    private static final long serialVersionUID = 1L;

    /** Shared events that came late, said once. */
    public static final OutputTag<Emission> LATE = new OutputTag<>("late", PulseTypes.EMISSION);

    private final Policies policies;

    private transient ValueState<SharedCauses> causesState;
    private transient MapState<String, Boolean> known;
    private transient SharedCauses causes;

    public DirectoryFunction(Policies policies) {
        super(PulseTypes.DIRECTORY_ENTRY);
        this.policies = policies;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        causesState =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("causes", PulseTypes.SHARED_CAUSES));
        known =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>("known", Types.STRING, Types.BOOLEAN));
    }

    @Override
    protected Instant timeOf(DirectoryEntry entry) {
        return entry.at();
    }

    @Override
    protected Optional<Instant> load() throws Exception {
        causes = Optional.ofNullable(causesState.value()).orElseGet(SharedCauses::new);
        return Optional.empty();
    }

    @Override
    protected Optional<Instant> advance(
            String shard,
            Instant at,
            List<DirectoryEntry> entries,
            Context context,
            Collector<Delivery> out) {
        int number = Integer.parseInt(shard);
        Directory directory =
                new Directory(
                        policies.customer(), number, causes, new KeptCustomers(), out::collect);
        for (DirectoryEntry entry : entries.stream().sorted(DirectoryEntry.ORDER).toList()) {
            boolean applied = directory.apply(entry);
            if (number == 0 && entry instanceof DirectoryEntry.Shared shared) {
                LateEvents.of(shared, applied, policies.version())
                        .ifPresent(late -> context.output(LATE, late));
            }
        }
        return Optional.empty();
    }

    @Override
    protected void save() throws Exception {
        causesState.update(causes);
    }

    private final class KeptCustomers implements Directory.KnownCustomers {
        @Override
        public boolean add(String customer) {
            return StateAccess.of(
                    () -> {
                        boolean added = !known.contains(customer);
                        if (added) {
                            known.put(customer, true);
                        }
                        return added;
                    });
        }

        @Override
        public Iterable<String> all() {
            return StateAccess.of(known::keys);
        }
    }
}
