package io.customerpulse.functions.customer;

import static io.customerpulse.functions.ShippedPolicies.POLICIES;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.functions.Arrivals;
import io.customerpulse.functions.Arrivals.Arrival;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.Service;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.Directory;
import io.customerpulse.rules.customer.DirectoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DirectoryFunctionProperties {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = START.plus(Duration.ofDays(30));
    private static final Duration BOUND = Duration.ofHours(5);

    /** Customers of one shard, so that they meet. */
    private static final List<String> CUSTOMERS = customersOfShard(0, 4);

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfArrivalDoesNotMatter(@ForAll("arrivals") List<Arrival<DirectoryEntry>> arrivals)
            throws Exception {
        List<Arrival<DirectoryEntry>> inOrder =
                arrivals.stream().map(a -> new Arrival<>(a.what(), 0, true)).toList();

        assertThat(deliveries(arrivals)).isEqualTo(deliveries(inOrder));
    }

    private static List<String> deliveries(List<Arrival<DirectoryEntry>> arrivals)
            throws Exception {
        try (RunningFunction<DirectoryEntry, Delivery> function =
                RunningFunction.start(
                        Backend.HASHMAP,
                        () -> new DirectoryFunction(POLICIES),
                        entry -> Integer.toString(entry.shard()),
                        PulseTypes.DELIVERY)) {
            new Arrivals<>(arrivals, DirectoryEntry::at, BOUND).reach(function);
            function.reaches(UNTIL);
            return function.said().stream()
                    .map(d -> d.at() + " " + d.customer() + " " + d.event().id())
                    .sorted()
                    .toList();
        }
    }

    @Provide
    Arbitrary<List<Arrival<DirectoryEntry>>> arrivals() {
        return Combinators.combine(
                        entries(),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.of(true, false))
                .as(Arrival::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Arbitrary<DirectoryEntry> entries() {
        Arbitrary<String> customer = Arbitraries.of(CUSTOMERS);
        Arbitrary<Integer> incident = Arbitraries.integers().between(1, 3);
        Arbitrary<Instant> time =
                Arbitraries.integers()
                        .between(0, 20 * 24)
                        .map(hour -> START.plus(Duration.ofHours(hour)));
        return Arbitraries.oneOf(
                Combinators.combine(customer, time).as(DirectoryEntry.Arrival::new),
                Combinators.combine(incident, time)
                        .as((i, t) -> shared(Service.incidentOpens("I-" + i, t.toString()))),
                Combinators.combine(customer, incident, time)
                        .as(
                                (c, i, t) ->
                                        shared(
                                                Service.incidentOpensFor(
                                                        List.of(c), "J-" + i, t.toString()))),
                Combinators.combine(Arbitraries.of("I-", "J-"), incident, time)
                        .as(
                                (kind, i, t) ->
                                        shared(Service.incidentResolves(kind + i, t.toString()))),
                time.map(
                        t ->
                                shared(
                                        Service.maintenanceIsScheduled(
                                                List.of(),
                                                t.plus(Duration.ofDays(8)).toString(),
                                                t.plus(Duration.ofDays(9)).toString(),
                                                t.toString()))));
    }

    private static DirectoryEntry shared(InputEvent event) {
        return new DirectoryEntry.Shared(0, event, event.time(), Optional.empty());
    }

    private static List<String> customersOfShard(int shard, int count) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "customer " + i)
                .filter(customer -> Directory.shardOf(customer) == shard)
                .limit(count)
                .toList();
    }
}
