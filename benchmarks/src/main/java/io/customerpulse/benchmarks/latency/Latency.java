package io.customerpulse.benchmarks.latency;

import io.customerpulse.benchmarks.Quantiles;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures, against a broker and a job that run already (such as {@code ./pulse up}), how long it
 * takes from sending a fact to reading the changed score, under a steady load and by the clock of
 * the sender.
 */
@Command(name = "latency", mixinStandardHelpOptions = true)
public final class Latency implements Callable<Integer> {

    @Option(
            names = "--bootstrap-servers",
            description = "the broker (default: ${DEFAULT-VALUE})",
            defaultValue = "127.0.0.1:9092")
    private String bootstrapServers;

    @Option(
            names = "--rate",
            description = "events a second (default: ${DEFAULT-VALUE})",
            defaultValue = "2000")
    private double rate;

    @Option(
            names = "--customers",
            description = "how many customers they are about (default: ${DEFAULT-VALUE})",
            defaultValue = "2000")
    private int customers;

    @Option(
            names = "--probe-every",
            description = "one of so many events changes a score (default: ${DEFAULT-VALUE})",
            defaultValue = "20")
    private int probeEvery;

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

    private Latency() {}

    /** Measures and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Latency()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        Probes probes = new Probes();
        String run = "latency-" + clock.millis();
        try (Producer<String, byte[]> producer = producer();
                ResultWatch watch =
                        new ResultWatch(
                                properties(), "risk-scores", score -> true, probes, clock)) {
            SteadyLoad load = new SteadyLoad(producer, run, customers, probeEvery, clock);
            load.send(eventsIn(warmUp), rate, probes);
            awaitAll(probes, clock.instant().plus(warmUp));
            probes.startCounting();
            load.send(eventsIn(duration), rate, probes);
            awaitAll(probes, clock.instant().plus(duration));
        }
        List<Long> latencies = probes.latencies();
        System.out.printf(
                "%d scores at %.0f events/s: p50 %.0f ms, p99 %.0f ms, p99.9 %.0f ms, largest %.0f ms;"
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

    private long eventsIn(Duration time) {
        return Math.round(rate * time.toMillis() / 1000);
    }

    private static void awaitAll(Probes probes, Instant giveUp) throws InterruptedException {
        while (probes.outstanding() > 0 && Instant.now().isBefore(giveUp)) {
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
