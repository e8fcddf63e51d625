package io.customerpulse.command.kafka;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.ControlFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.OperationFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.TicketFact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Which topic a line belongs to, and under which key ({@code docs/events.md}, "Topics and keys").
 */
final class EventRecords {

    /** Announces the structured mode of CloudEvents. */
    static final List<Header> STRUCTURED =
            List.of(
                    new RecordHeader(
                            "content-type",
                            "application/cloudevents+json".getBytes(StandardCharsets.UTF_8)));

    /**
     * A line on its way to a topic.
     *
     * @param topic where to
     * @param key its key
     * @param value what is sent
     * @param refused why the line is no event, if it is none; it is sent nevertheless, to become a
     *     dead letter
     */
    record Addressed(Topic topic, String key, byte[] value, Optional<String> refused) {}

    private final EventDecoder decoder = new EventDecoder();
    private final EventEncoder encoder = new EventEncoder();

    /** Addresses a line as it is. */
    Addressed address(byte[] line) {
        Decoded decoded = decoder.decode(line);
        if (decoded instanceof Decoded.Accepted accepted) {
            return address(accepted.event(), line);
        }
        if (decoded instanceof Decoded.UnknownType unknown) {
            return new Addressed(
                    Topic.CUSTOMER_EVENTS,
                    unknown.subject().orElse(unknown.source()),
                    line,
                    Optional.empty());
        }
        Decoded.Rejected rejected = (Decoded.Rejected) decoded;
        return new Addressed(
                Topic.CUSTOMER_EVENTS,
                rejected.subject().orElse("rejected"),
                line,
                Optional.of(rejected.reason()));
    }

    /** Addresses the event of a line with another time; a line that is no known event as it is. */
    Addressed address(byte[] line, Instant time) {
        if (decoder.decode(line) instanceof Decoded.Accepted accepted) {
            InputEvent event = accepted.event();
            InputEvent moved =
                    new InputEvent(event.source(), event.id(), time, event.subject(), event.fact());
            return address(moved, encoder.encode(moved));
        }
        return address(line);
    }

    private static Addressed address(InputEvent event, byte[] value) {
        return new Addressed(
                topicOf(event.fact()),
                event.subject().orElse(event.source()),
                value,
                Optional.empty());
    }

    /** The topic that is meant for a fact. */
    static Topic topicOf(Fact fact) {
        if (fact instanceof CustomerFact || fact instanceof ContractFact) {
            return Topic.CUSTOMERS;
        }
        if (fact instanceof TicketFact) {
            return Topic.SUPPORT_TICKETS;
        }
        if (fact instanceof ServiceFact
                || fact instanceof OperationFact
                || fact instanceof MarketFact.DownturnStarted
                || fact instanceof MarketFact.DownturnEnded) {
            return Topic.SERVICE_EVENTS;
        }
        return fact instanceof ControlFact.PolicyPublished ? Topic.POLICIES : Topic.CUSTOMER_EVENTS;
    }
}
