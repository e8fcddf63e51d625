package io.customerpulse.command.kafka;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.ControlFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.OperationFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.TicketFact;
import java.nio.charset.StandardCharsets;
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
     * @param refused why the line is no event, if it is none; it is sent nevertheless, to become a
     *     dead letter
     */
    record Addressed(Topic topic, String key, Optional<String> refused) {}

    private final EventDecoder decoder = new EventDecoder();

    Addressed address(byte[] line) {
        Decoded decoded = decoder.decode(line);
        if (decoded instanceof Decoded.Accepted accepted) {
            InputEvent event = accepted.event();
            return new Addressed(
                    topicOf(event.fact()),
                    event.subject().orElse(event.source()),
                    Optional.empty());
        }
        if (decoded instanceof Decoded.UnknownType unknown) {
            return new Addressed(
                    Topic.CUSTOMER_EVENTS,
                    unknown.subject().orElse(unknown.source()),
                    Optional.empty());
        }
        Decoded.Rejected rejected = (Decoded.Rejected) decoded;
        return new Addressed(
                Topic.CUSTOMER_EVENTS,
                rejected.subject().orElse("rejected"),
                Optional.of(rejected.reason()));
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
