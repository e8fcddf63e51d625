package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.job.EmbeddedCluster;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.nio.file.Path;
import java.util.List;
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

    Path work() {
        return work;
    }

    int warmUps() {
        return warmUps;
    }

    EmbeddedCluster cluster(Path checkpoints) throws InvalidPolicyException {
        return new EmbeddedCluster(parallelism, work.toAbsolutePath().resolve(checkpoints), config);
    }

    /** The same options, for a process started from this one. */
    List<String> arguments() {
        return List.of(
                "--work=" + work,
                "--config=" + config,
                "--parallelism=" + parallelism,
                "--warm-ups=" + warmUps);
    }
}
