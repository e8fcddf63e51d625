package io.customerpulse.jobs.kafka;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many subtasks a source may have: a subtask that has no partition to read sends no watermark,
 * and event time would stand still. Flink deals the partitions of each topic to subtasks in turn,
 * beginning with one that depends on the topic's name.
 */
public final class SourceParallelism {

    private SourceParallelism() {}

    /**
     * The most, up to a limit, at which every subtask has a partition.
     *
     * @param partitions of each topic, by its name on the broker
     * @param limit the parallelism of the job
     */
    public static int atMost(int limit, Map<String, Integer> partitions) {
        for (int subtasks = limit; subtasks > 1; subtasks--) {
            if (owners(subtasks, partitions).size() == subtasks) {
                return subtasks;
            }
        }
        return 1;
    }

    /** As {@code KafkaSourceEnumerator} does it. */
    private static Set<Integer> owners(int subtasks, Map<String, Integer> partitions) {
        Set<Integer> owners = new HashSet<>();
        partitions.forEach(
                (topic, count) -> {
                    int first = ((topic.hashCode() * 31) & 0x7FFFFFFF) % subtasks;
                    for (int partition = 0; partition < Math.min(count, subtasks); partition++) {
                        owners.add((first + partition) % subtasks);
                    }
                });
        return owners;
    }
}
