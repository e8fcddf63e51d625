package io.customerpulse.benchmarks.latency;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends events at an even rate: uses of a feature, and in between the departure of a champion, or
 * the appointment of the next one, which changes the customer's score at once. Customers take
 * turns, and the instants of one customer's events are all different.
 */
final class SteadyLoad {

    private static final String USAGE = "customer-events";

    private final Producer<String, byte[]> producer;
    private final String run;
    private final int customers;
    private final int probeEvery;
    private final Clock clock;
    private final BitSet departed = new BitSet();
    private long sent;
    private int nextProbed;

    /**
     * @param run distinguishes the customers of this run from those of others
     * @param probeEvery how many events it takes until one of them changes a score
     */
    SteadyLoad(
            Producer<String, byte[]> producer,
            String run,
            int customers,
            int probeEvery,
            Clock clock) {
        this.producer = producer;
        this.run = run;
        this.customers = customers;
        this.probeEvery = probeEvery;
        this.clock = clock;
        // The first send would wait for this, and its event be late.
        producer.partitionsFor(USAGE);
    }

    /**
     * Sends so many events, evenly. What falls behind is caught up, so that the rate holds.
     *
     * @param probes told of every event that changes a score, before it is sent
     */
    void send(long events, double rate, Probes probes) {
        long started = System.nanoTime();
        for (long i = 0; i < events; i++) {
            long due = started + (long) (i * 1e9 / rate);
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            if (sent % probeEvery == probeEvery - 1) {
                probe(probes);
            } else {
                use();
            }
            sent++;
        }
        producer.flush();
    }

    private void use() {
        String customer = customer((int) (sent % customers));
        String data = "{\"userId\":\"user-%d\",\"feature\":\"search\"}".formatted(sent % 97);
        send(customer, "feature.used", clock.instant().toEpochMilli(), data);
    }

    private void probe(Probes probes) {
        int number = nextProbed;
        nextProbed = (nextProbed + 1) % customers;
        String customer = customer(number);
        departed.flip(number);
        String type = departed.get(number) ? "stakeholder.departed" : "stakeholder.appointed";
        long time = clock.instant().toEpochMilli();
        probes.sent(customer, time);
        send(customer, type, time, "{\"role\":\"CHAMPION\"}");
    }

    private String customer(int number) {
        return run + "-" + number;
    }

    private void send(String customer, String type, long time, String data) {
        String event =
                ("{\"specversion\":\"1.0\",\"id\":\"%s-%d\",\"source\":\"/latency\",\"type\":\"%s\","
                                + "\"time\":\"%s\",\"subject\":\"%s\",\"data\":%s}")
                        .formatted(run, sent, type, Instant.ofEpochMilli(time), customer, data);
        producer.send(
                new ProducerRecord<>(USAGE, customer, event.getBytes(StandardCharsets.UTF_8)));
    }
}
