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
import io.customerpulse.rules.timeline.CustomerTimeline;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Tells how many bytes the record of a customer takes when the workload has passed through it, and
 * how many of the telemetry events changed one. It counts, so every machine says the same.
 */
@Command(name = "record-sizes", mixinStandardHelpOptions = true)
public final class RecordSizes implements Callable<Integer> {

    @Mixin private WorkloadSize size;

    @Mixin private Setup setup;

    private final EventDecoder decoder = new EventDecoder();
    private final Map<String, CustomerRecord> records = new HashMap<>();
    private CustomerTimeline timeline;
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
        timeline = new CustomerTimeline(policies);
        Workload workload = Workload.prepare(size, setup.work());
        events(workload).forEach(this::apply);
        List<Integer> sizes = new ArrayList<>();
        for (Map.Entry<String, CustomerRecord> entry : records.entrySet()) {
            turn(entry.getKey(), entry.getValue(), workload.until());
            sizes.add(bytes(entry.getValue()));
        }
        System.out.printf(
                "%d customers: median %.0f bytes, mean %.0f, p99 %.0f, largest %.0f%n",
                sizes.size(),
                Quantiles.median(sizes),
                sizes.stream().mapToInt(Integer::intValue).average().orElse(0),
                Quantiles.of(sizes, 0.99),
                Quantiles.of(sizes, 1));
        System.out.printf(
                "%d telemetry events, of which %d changed a record (%.1f %%)%n",
                telemetry, telemetryThatChanged, 100.0 * telemetryThatChanged / telemetry);
        return 0;
    }

    private List<InputEvent> events(Workload workload) throws IOException {
        List<InputEvent> events = new ArrayList<>();
        for (Path file : workload.files()) {
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
                timeline.advance(record, customer, event.time(), List.of(delivery));
            }
        }
    }

    private void turn(String customer, CustomerRecord record, Instant until) {
        while (record.nextTurn().filter(turn -> !turn.isAfter(until)).isPresent()) {
            timeline.advance(record, customer, record.nextTurn().orElseThrow(), List.of());
        }
    }

    private static int bytes(CustomerRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        record.write(new DataOutputStream(bytes));
        return bytes.size();
    }
}
