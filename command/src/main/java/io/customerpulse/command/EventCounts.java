package io.customerpulse.command;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.FactType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how many events of each type there are. */
final class EventCounts {

    private EventCounts() {}

    /** Such as {@code ticket.opened 2, ticket.closed 1}, in the contract's order. */
    static String byType(List<InputEvent> events) {
        Map<FactType, Long> counts =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        event -> event.fact().type(),
                                        () -> new EnumMap<>(FactType.class),
                                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getKey().typeName() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
