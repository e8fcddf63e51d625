package io.customerpulse.jobs.settings;

import io.customerpulse.rules.policy.PolicySection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How Flink runs a job.
 *
 * @param checkpoints when and where state is stored
 * @param restarts what happens after a failure
 * @param stateBackend by Flink's name
 * @param parallelism of every step
 * @param maxParallelism what parallelism can be raised to
 */
public record RuntimeSettings(
        Checkpoints checkpoints,
        Restarts restarts,
        String stateBackend,
        int parallelism,
        int maxParallelism) {

    /**
     * When and where state is stored.
     *
     * @param interval how often
     * @param timeout when one that is not complete has failed
     * @param directory a URI that all machines reach
     * @param retained how many complete ones are kept
     * @param incremental whether only changes are stored
     */
    public record Checkpoints(
            Duration interval,
            Duration timeout,
            String directory,
            int retained,
            boolean incremental) {}

    /**
     * What happens after a failure: the job is started again, each time after twice the delay.
     *
     * @param firstDelay after the first failure
     * @param longestDelay after any
     * @param resetAfter how long it must run for a failure to count as the first
     */
    public record Restarts(Duration firstDelay, Duration longestDelay, Duration resetAfter) {}

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration DAY = Duration.ofDays(1);

    /** Flink's own limit. */
    private static final int HIGHEST_PARALLELISM = 32_768;

    static RuntimeSettings read(PolicySection root) {
        RuntimeSettings settings =
                new RuntimeSettings(
                        checkpoints(root.section("checkpoints")),
                        restarts(root.section("restarts")),
                        root.choice(
                                "stateBackend", Map.of("rocksdb", "rocksdb", "hashmap", "hashmap")),
                        root.whole("parallelism", 1, HIGHEST_PARALLELISM),
                        root.whole("maxParallelism", 1, HIGHEST_PARALLELISM));
        if (settings.parallelism() > settings.maxParallelism()) {
            root.problem(
                    "parallelism",
                    "must not be more than maxParallelism (%d), but is %d"
                            .formatted(settings.maxParallelism(), settings.parallelism()));
        }
        return settings;
    }

    private static Checkpoints checkpoints(PolicySection section) {
        Checkpoints checkpoints =
                new Checkpoints(
                        section.duration("interval", SHORTEST, DAY),
                        section.duration("timeout", SHORTEST, DAY),
                        section.text("directory"),
                        section.whole("retained", 1, 1_000),
                        section.truth("incremental"));
        if (section.has("directory") && !hasScheme(checkpoints.directory())) {
            section.problem(
                    "directory",
                    "must be a URI such as file:///var/checkpoints or s3://bucket/path");
        }
        return checkpoints;
    }

    private static boolean hasScheme(String uri) {
        try {
            return URI.create(uri).getScheme() != null;
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }

    private static Restarts restarts(PolicySection section) {
        Restarts restarts =
                new Restarts(
                        section.duration("firstDelay", Duration.ofMillis(1), DAY),
                        section.duration("longestDelay", Duration.ofMillis(1), DAY),
                        section.duration("resetAfter", Duration.ofSeconds(1), Duration.ofDays(30)));
        if (restarts.longestDelay().compareTo(restarts.firstDelay()) < 0) {
            section.problem(
                    "longestDelay",
                    "must not be shorter than firstDelay (%s), but is %s"
                            .formatted(restarts.firstDelay(), restarts.longestDelay()));
        }
        return restarts;
    }
}
