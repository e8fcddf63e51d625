package io.customerpulse.command;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.ResultDecoder;
import io.customerpulse.events.result.HealthResult;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.jobs.replay.HistoryLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The results of a replay, in time order, read from its output directory. */
final class ReplayedResults {

    /** A result and when it became true. */
    record Dated<R>(Instant time, R result) {}

    private final Map<String, List<Dated<RiskResult.Scored>>> risk = new TreeMap<>();
    private final Map<String, List<Dated<HealthResult.Scored>>> health = new TreeMap<>();

    private final List<OutputEvent> serviceLevels = new ArrayList<>();

    private ReplayedResults() {}

    /**
     * Reads the results.
     *
     * @throws CommandFailure if they cannot be read
     */
    static ReplayedResults read(Path directory) {
        ReplayedResults results = new ReplayedResults();
        forEach(directory, Topic.RISK_SCORES, results::take);
        forEach(directory, Topic.HEALTH_SCORES, results::take);
        forEach(directory, Topic.SLA_EVENTS, results.serviceLevels::add);
        return results;
    }

    private static void forEach(Path directory, Topic topic, Consumer<OutputEvent> consumer) {
        Path file = directory.resolve(topic.topicName() + ".ndjson");
        ResultDecoder decoder = new ResultDecoder();
        try {
            if (Files.exists(file)) {
                HistoryLines.forEach(file, line -> consumer.accept(decoder.decode(line)));
            }
        } catch (IOException unreadable) {
            throw new CommandFailure("The results in " + file + " could not be read.", unreadable);
        }
    }

    private void take(OutputEvent event) {
        String customer = event.subject().orElseThrow();
        Instant time = event.time().orElseThrow();
        if (event.result() instanceof RiskResult.Scored scored) {
            risk.computeIfAbsent(customer, c -> new ArrayList<>()).add(new Dated<>(time, scored));
        } else if (event.result() instanceof HealthResult.Scored scored) {
            health.computeIfAbsent(customer, c -> new ArrayList<>()).add(new Dated<>(time, scored));
        }
    }

    /** What was said of service levels, in time order. */
    List<OutputEvent> serviceLevels() {
        return serviceLevels;
    }

    /** Every customer with a risk score, in the order of their names. */
    List<String> customers() {
        return List.copyOf(risk.keySet());
    }

    /** The risk scores of a customer, in time order. */
    List<Dated<RiskResult.Scored>> risk(String customer) {
        return risk.getOrDefault(customer, List.of());
    }

    /** The last risk score of a customer. */
    RiskResult.Scored lastRisk(String customer) {
        List<Dated<RiskResult.Scored>> scores = risk(customer);
        return scores.get(scores.size() - 1).result();
    }

    /** The health scores of a customer, in time order. */
    List<Dated<HealthResult.Scored>> health(String customer) {
        return health.getOrDefault(customer, List.of());
    }

    /** The last health score of a customer, if it has one. */
    Optional<HealthResult.Scored> lastHealth(String customer) {
        List<Dated<HealthResult.Scored>> scores = health(customer);
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(scores.get(scores.size() - 1).result());
    }
}
