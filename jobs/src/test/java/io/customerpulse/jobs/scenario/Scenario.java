package io.customerpulse.jobs.scenario;

import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.risk.RiskFactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A small history and all that must come of it: a folder with {@code input.ndjson}, {@code
 * expected/<topic>.ndjson} and {@code about.md}, which says what it shows.
 *
 * <p>Its customers are named after it, with what follows a point to tell them apart, so that many
 * scenarios can run as one history. A file {@code policies.yaml} says what it has otherwise than
 * the shipped policies, by document.
 *
 * @param group the folder's folder: a risk factor, a flag, a metric, or what else the scenario is
 *     about
 * @param folder the folder
 */
record Scenario(String group, Path folder) {

    static final Path ROOT = Path.of("src", "test", "resources", "scenarios");

    static final String INPUT = "input.ndjson";

    private static final String POLICIES = "policies.yaml";

    private static final Set<Topic> OF_NEARLY_EVERYTHING =
            EnumSet.of(
                    Topic.CUSTOMER_METRICS,
                    Topic.HEALTH_SCORES,
                    Topic.FLAGS,
                    Topic.SLA_EVENTS,
                    Topic.SLA_REPORTS);

    private static final Set<Topic> OF_RISK = EnumSet.of(Topic.RISK_SCORES, Topic.RISK_CHANGES);

    private static final EventDecoder DECODER = new EventDecoder();

    /** Every scenario. */
    static List<Scenario> all() {
        return folders(ROOT).stream()
                .flatMap(group -> folders(group).stream().map(f -> new Scenario(name(group), f)))
                .toList();
    }

    /** The folders in a folder, by name. */
    static List<Path> folders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Scenario::name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String name(Path folder) {
        return folder.getFileName().toString();
    }

    /** Names the scenario, and its only or first customer. */
    String name() {
        return group + "-" + name(folder);
    }

    Path input() {
        return folder.resolve(INPUT);
    }

    /** What it has otherwise than the shipped policies; empty where it has them as they are. */
    Optional<String> policyChanges() {
        Path changes = folder.resolve(POLICIES);
        try {
            return Files.exists(changes)
                    ? Optional.of(Files.readString(changes))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a subject or a key is one of its customers. */
    boolean isAbout(String customer) {
        return customer.equals(name()) || customer.startsWith(name() + ".");
    }

    /** The largest time of an event: what becomes true later belongs to other scenarios. */
    Instant end() throws IOException {
        return Files.readAllLines(input()).stream()
                .map(line -> time(DECODER.decode(line.getBytes(StandardCharsets.UTF_8))))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<Instant> time(Decoded decoded) {
        if (decoded instanceof Decoded.Accepted accepted) {
            return Optional.of(accepted.event().time());
        }
        return decoded instanceof Decoded.UnknownType unknown
                ? Optional.of(unknown.time())
                : Optional.empty();
    }

    /**
     * Whether it says what comes of it on a topic. Metrics and health change with nearly every
     * event, flags come from most and clocks from every ticket, so only scenarios that expect them
     * speak of them; of all else nothing may come that is not expected. What is only about a flag
     * need not speak of risk.
     */
    boolean shows(Topic topic) {
        boolean mayBeSilent =
                OF_NEARLY_EVERYTHING.contains(topic) || isOnlyOfAFlag() && OF_RISK.contains(topic);
        return !mayBeSilent || Files.exists(expectedFile(topic));
    }

    /** Whether it is about a flag that has no factor of the same name. */
    boolean isOnlyOfAFlag() {
        return Flag.named(group).isPresent() && RiskFactor.named(group).isEmpty();
    }

    /** Whether it says what is measured, which events of every customer would disturb. */
    boolean showsMeasures() {
        return shows(Topic.CUSTOMER_METRICS) || shows(Topic.HEALTH_SCORES);
    }

    /** What must come of it on a topic; nothing where there is no file. */
    List<String> expected(Topic topic) throws IOException {
        Path file = expectedFile(topic);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Path expectedFile(Topic topic) {
        return folder.resolve("expected").resolve(topic.topicName() + ".ndjson");
    }

    @Override
    public String toString() {
        return name();
    }
}
