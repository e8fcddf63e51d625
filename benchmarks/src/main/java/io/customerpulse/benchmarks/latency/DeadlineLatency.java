package io.customerpulse.benchmarks.latency;

import com.fasterxml.jackson.databind.JsonNode;
import io.customerpulse.benchmarks.Quantiles;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures, against a broker and a job that run already, how long it takes from a deadline to the
 * record on {@code sla-events} that says it was missed. Nothing happens at the deadline but that
 * time passes. The job runs with a policy that gives an ENTERPRISE P0 the target of {@code
 * --target} for its first response; nobody answers.
 */
@Command(name = "deadline-latency", mixinStandardHelpOptions = true)
public final class DeadlineLatency implements Callable<Integer> {

    private static final String TICKETS = "support-tickets";

    @Option(
            names = "--bootstrap-servers",
            description = "the broker (default: ${DEFAULT-VALUE})",
            defaultValue = "127.0.0.1:9092")
    private String bootstrapServers;

    @Option(
            names = "--rate",
            description = "tickets a second (default: ${DEFAULT-VALUE})",
            defaultValue = "50")
    private double rate;

    @Option(
            names = "--target",
            description = "what the policy gives a P0 (default: ${DEFAULT-VALUE})",
            defaultValue = "PT5S")
    private Duration target;

    @Option(
            names = "--warm-up",
            description = "how long to send before counting (default: ${DEFAULT-VALUE})",
            defaultValue = "PT30S")
    private Duration warmUp;

    @Option(
            names = "--duration",
            description = "how long to count (default: ${DEFAULT-VALUE})",
            defaultValue = "PT60S")
    private Duration duration;

    private final Clock clock = Clock.systemUTC();
    private final Probes probes = new Probes();
    private final String run = "deadline-" + clock.millis();
    private long opened;

    private DeadlineLatency() {}

    /** Measures and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DeadlineLatency()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Producer<String, byte[]> producer = producer();
                ResultWatch watch =
                        new ResultWatch(
                                properties(), "sla-events", this::isAwaited, probes, clock)) {
            producer.partitionsFor(TICKETS);
            open(producer, warmUp);
            awaitAll();
            probes.startCounting();
            open(producer, duration);
            awaitAll();
        }
        List<Long> latencies = probes.latencies();
        System.out.printf(
                "%d deadlines at %.0f/s: p50 %.0f ms, p99 %.0f ms, p99.9 %.0f ms, largest %.0f ms;"
                        + " %d never seen%n",
                latencies.size(),
                rate,
                Quantiles.median(latencies),
                Quantiles.of(latencies, 0.99),
                Quantiles.of(latencies, 0.999),
                Quantiles.of(latencies, 1),
                probes.outstanding());
        return probes.outstanding() == 0 ? 0 : 1;
    }

    private boolean isAwaited(JsonNode event) {
        return event.path("type").asText().equals("sla.breached")
                && event.at("/data/clock").asText().equals("CONTRACT")
                && event.at("/data/target").asText().equals("FIRST_RESPONSE");
    }

    /** Opens tickets evenly, each of a customer of its own. */
    private void open(Producer<String, byte[]> producer, Duration time)
            throws InterruptedException {
        long began = System.nanoTime();
        long count = Math.round(rate * time.toMillis() / 1000);
        for (long i = 0; i < count; i++) {
            long due = began + (long) (i * 1e9 / rate);
            long left = due - System.nanoTime();
            if (left > 0) {
                Thread.sleep(Duration.ofNanos(left).toMillis());
            }
            open(producer);
        }
        producer.flush();
    }

    private void open(Producer<String, byte[]> producer) {
        String customer = run + "-" + opened++;
        Instant now = Instant.ofEpochMilli(clock.millis());
        probes.sent(customer, now.plus(target).toEpochMilli());
        send(producer, customer, "customer.updated", now, "{\"annualContractValue\":200000}");
        send(
                producer,
                customer,
                "ticket.opened",
                now,
                "{\"ticketId\":\"T-1\",\"severity\":\"P0\"}");
    }

    private static void send(
            Producer<String, byte[]> producer,
            String customer,
            String type,
            Instant time,
            String data) {
        String event =
                ("{\"specversion\":\"1.0\",\"id\":\"%s-%s\",\"source\":\"/latency\",\"type\":\"%s\","
                                + "\"time\":\"%s\",\"subject\":\"%s\",\"data\":%s}")
                        .formatted(customer, type, type, time, customer, data);
        producer.send(
                new ProducerRecord<>(TICKETS, customer, event.getBytes(StandardCharsets.UTF_8)));
    }

    private void awaitAll() throws InterruptedException {
        Instant giveUp = clock.instant().plus(target).plusSeconds(30);
        while (probes.outstanding() > 0 && clock.instant().isBefore(giveUp)) {
            Thread.sleep(10);
        }
    }

    private Producer<String, byte[]> producer() {
        Properties properties = properties();
        properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }
}
