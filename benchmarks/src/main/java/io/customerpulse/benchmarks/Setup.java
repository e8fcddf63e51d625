package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.job.EmbeddedCluster;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Option;

/** Where and how measured jobs run; every measurement has these options. */
final class Setup {

    @Option(
            names = "--work",
            description = "where workloads and checkpoints are kept (default: ${DEFAULT-VALUE})",
            defaultValue = "benchmarks/target/work")
    private Path work;

    @Option(
            names = "--config",
            description = "the configuration directory (default: ${DEFAULT-VALUE})",
            defaultValue = "config")
    private Path config;

    @Option(
            names = "--parallelism",
            description = "of every step (default: ${DEFAULT-VALUE})",
            defaultValue = "2")
    private int parallelism;

    @Option(
            names = "--warm-ups",
            description = "runs before the first that counts (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int warmUps;

    @Option(
            names = "--set",
            description = "a setting of Flink that wins over the usual ones, as KEY=VALUE",
            mapFallbackValue = "")
    private Map<String, String> settings = new TreeMap<>();

    Path work() {
        return work;
    }

    Path config() {
        return config;
    }

    /** The same with another configuration directory. */
    Setup withConfig(Path other) {
        Setup changed = new Setup();
        changed.work = work;
        changed.config = other;
        changed.parallelism = parallelism;
        changed.warmUps = warmUps;
        changed.settings = settings;
        return changed;
    }

    int warmUps() {
        return warmUps;
    }

    EmbeddedCluster cluster(Path checkpoints) throws InvalidPolicyException {
        return new EmbeddedCluster(
                parallelism,
                work.toAbsolutePath().resolve(checkpoints),
                config,
                Configuration.fromMap(settings));
    }

    /** The same options, for a process started from this one. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--work=" + work);
        arguments.add("--config=" + config);
        arguments.add("--parallelism=" + parallelism);
        arguments.add("--warm-ups=" + warmUps);
        settings.forEach((key, value) -> arguments.add("--set=" + key + "=" + value));
        return arguments;
    }
}
