package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.workload.Workload;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.policy.PolicyReader;
import io.customerpulse.rules.risk.PublishedRisk;
import io.customerpulse.rules.risk.RiskScore;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.timeline.CustomerTimeline;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Tells how many bytes the states of a customer take when a workload, or any history in a file, has
 * passed through it, and how many of the telemetry events changed one. That is counted, so every
 * machine says the same. What it tells of CPU time is of the rules alone, records in memory, in the
 * second half of the history, when the compiler has done its work.
 */
@Command(name = "record-sizes", mixinStandardHelpOptions = true)
public final class RecordSizes implements Callable<Integer> {

    @Mixin private WorkloadSize size;

    @Mixin private Setup setup;

    @Option(
            names = "--history",
            description = "a file of events to take in place of the workload, one in each line")
    private Optional<Path> history = Optional.empty();

    private final EventDecoder decoder = new EventDecoder();
    private final Map<String, CustomerRecord> records = new HashMap<>();
    private final Map<String, PublishedRisk> scores = new HashMap<>();
    private CustomerTimeline timeline;
    private RiskScore score;
    private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    private LongSummaryStatistics turnNanos = new LongSummaryStatistics();
    private LongSummaryStatistics sparseNanos = new LongSummaryStatistics();
    private int telemetry;
    private int telemetryThatChanged;

    private RecordSizes() {}

    /** Counts and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RecordSizes()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Policies policies = PolicyReader.read(setup.config().resolve("policies"));
        timeline = CustomerTimeline.withFlags(policies);
        score = new RiskScore(policies.risk(), policies.version());
        List<InputEvent> events =
                events(
                        history.isPresent()
                                ? List.of(history.get())
                                : Workload.prepare(size, setup.work()).files());
        int half = events.size() / 2;
        events.subList(0, half).forEach(this::apply);
        turnNanos = new LongSummaryStatistics();
        sparseNanos = new LongSummaryStatistics();
        events.subList(half, events.size()).forEach(this::apply);
        Instant until = events.get(events.size() - 1).time();
        List<Integer> sizes = new ArrayList<>();
        for (Map.Entry<String, CustomerRecord> entry : records.entrySet()) {
            turn(entry.getKey(), entry.getValue(), until);
            sizes.add(bytes(entry.getValue()::write));
        }
        List<Integer> scoreSizes = new ArrayList<>();
        for (PublishedRisk published : scores.values()) {
            scoreSizes.add(bytes(published::write));
        }
        print("records", sizes);
        print("scores", scoreSizes);
        System.out.printf(
                "%d telemetry events, of which %d changed a record (%.1f %%)%n",
                telemetry, telemetryThatChanged, 100.0 * telemetryThatChanged / telemetry);
        print("turns", turnNanos);
        print("instants of sparse events", sparseNanos);
        return 0;
    }

    private static void print(String what, LongSummaryStatistics nanos) {
        System.out.printf(
                "%d %s in the second half: mean %.1f µs CPU%n",
                nanos.getCount(), what, nanos.getAverage() / 1e3);
    }

    private static void print(String what, List<Integer> sizes) {
        System.out.printf(
                "%d %s: median %.0f bytes, mean %.0f, p99 %.0f, largest %.0f%n",
                sizes.size(),
                what,
                Quantiles.median(sizes),
                sizes.stream().mapToInt(Integer::intValue).average().orElse(0),
                Quantiles.of(sizes, 0.99),
                Quantiles.of(sizes, 1));
    }

    private List<InputEvent> events(List<Path> files) throws IOException {
        List<InputEvent> events = new ArrayList<>();
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    events.add(decoded(line));
                }
            }
        }
        events.sort(Comparator.comparing(InputEvent::time));
        return events;
    }

    private InputEvent decoded(String line) {
        return ((Decoded.Accepted) decoder.decode(line.getBytes(StandardCharsets.UTF_8))).event();
    }

    private void apply(InputEvent event) {
        List<String> concerned =
                event.subject().map(List::of).orElseGet(() -> List.copyOf(records.keySet()));
        for (String customer : concerned) {
            CustomerRecord record = records.computeIfAbsent(customer, c -> new CustomerRecord());
            Delivery delivery = new Delivery(customer, event.time(), event, true, Optional.empty());
            turn(customer, record, event.time().minusMillis(1));
            if (timeline.facts().fillsOpenDay(delivery)) {
                telemetry++;
                telemetryThatChanged += timeline.facts().fillOpenDay(record, delivery) ? 1 : 0;
            } else {
                advance(record, customer, event.time(), List.of(delivery));
            }
        }
    }

    private void turn(String customer, CustomerRecord record, Instant until) {
        while (record.nextTurn().filter(turn -> !turn.isAfter(until)).isPresent()) {
            advance(record, customer, record.nextTurn().orElseThrow(), List.of());
        }
    }

    private void advance(
            CustomerRecord record, String customer, Instant at, List<Delivery> deliveries) {
        long begun = thread.getCurrentThreadCpuTime();
        List<Signal> signals = timeline.advance(record, customer, at, deliveries).signals();
        (deliveries.isEmpty() ? turnNanos : sparseNanos)
                .accept(thread.getCurrentThreadCpuTime() - begun);
        if (!signals.isEmpty()) {
            PublishedRisk published = scores.getOrDefault(customer, new PublishedRisk());
            score.advance(published, customer, at, signals)
                    .state()
                    .ifPresent(state -> scores.put(customer, state));
        }
    }

    private interface Writing {
        void to(DataOutput out) throws IOException;
    }

    private static int bytes(Writing state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.to(new DataOutputStream(bytes));
        return bytes.size();
    }
}
