package io.customerpulse.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.ResultType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names other systems depend on: this list only grows. */
class ContractNamesTest {

    @Test
    void inputTypesAreFoundByTheirNames() {
        assertThat(FactType.values())
                .hasSize(70)
                .allSatisfy(type -> assertThat(FactType.named(type.typeName())).contains(type));
        assertThat(FactType.named("risk.scored")).isEmpty();
    }

    @Test
    void outputTypesAreFoundByTheirNames() {
        assertThat(ResultType.values())
                .hasSize(32)
                .allSatisfy(type -> assertThat(ResultType.named(type.typeName())).contains(type));
        assertThat(ResultType.named("ticket.opened")).isEmpty();
    }

    @Test
    void resultsGoToOutputTopicsAndEveryOutputTopicHasOne() {
        assertThat(Stream.of(ResultType.values()).map(ResultType::topic).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Topic.values())
                                .filter(topic -> topic.direction() == Topic.Direction.OUTPUT)
                                .toList());
    }

    @Test
    void topicsAreFoundByTheirNames() {
        assertThat(Topic.values())
                .allSatisfy(topic -> assertThat(Topic.named(topic.topicName())).contains(topic));
        assertThat(Topic.named("unknown")).isEmpty();
    }
}
