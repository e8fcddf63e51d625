package io.customerpulse.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SourceParallelismProperties {

    @Property
    void isWithinTheLimitAndNeverMoreThanThereArePartitions(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 20) Integer> counts,
            @ForAll @IntRange(min = 1, max = 40) int limit) {
        int partitions = counts.stream().mapToInt(Integer::intValue).sum();

        assertThat(SourceParallelism.atMost(limit, topics(counts)))
                .isBetween(1, Math.min(limit, partitions));
    }

    @Property
    void isTheLimitWhenOneTopicHasThatManyPartitions(
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 20) Integer> others,
            @ForAll @IntRange(min = 1, max = 40) int limit) {
        Map<String, Integer> topics = topics(others);
        topics.put("large", limit);

        assertThat(SourceParallelism.atMost(limit, topics)).isEqualTo(limit);
    }

    /** Both would go to the same of two subtasks, and the other would have none. */
    @Example
    void isLessWhenPartitionsWouldGatherAtOneSubtask() {
        assertThat(SourceParallelism.atMost(2, Map.of("a", 1, "c", 1))).isEqualTo(1);
        assertThat(SourceParallelism.atMost(2, Map.of("a", 1, "b", 1))).isEqualTo(2);
    }

    private static Map<String, Integer> topics(List<Integer> counts) {
        Map<String, Integer> topics = new HashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            topics.put("topic-" + i, counts.get(i));
        }
        return topics;
    }
}
