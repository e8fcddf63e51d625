package io.customerpulse.command.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Flink cluster of the local stack, each part a process of its own. */
class FlinkClusterIT {

    @TempDir private Path directory;

    @Test
    void takesAnotherTaskManagerInPlaceOfOneThatWasKilled() {
        try (FlinkCluster cluster =
                FlinkCluster.start(StackLibraries.of(Path.of("..")), directory)) {
            StackProcess first = cluster.processes().get(1);
            assertThat(cluster.rest().taskManagers()).containsExactly("taskmanager-1");

            cluster.killTaskManager();
            cluster.startTaskManager();

            assertThat(first.isAlive()).isFalse();
            assertThat(cluster.rest().taskManagers()).contains("taskmanager-2");
            cluster.stop();
            assertThat(cluster.processes()).noneMatch(StackProcess::isAlive);
        }
    }
}
