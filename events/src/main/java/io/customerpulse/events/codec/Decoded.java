package io.customerpulse.events.codec;

import io.customerpulse.events.InputEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What {@link EventDecoder} makes of some bytes. */
public sealed interface Decoded {

    /**
     * An event of the contract.
     *
     * @param event the event
     * @param unknownFields how many fields of its data the contract does not know; they were
     *     ignored
     */
    record Accepted(InputEvent event, int unknownFields) implements Decoded {

        public Accepted {
            Objects.requireNonNull(event, "event");
        }
    }

    /**
     * A sound CloudEvent of a type the contract does not know, to be ignored and counted. Its data
     * was not looked at.
     */
    record UnknownType(
            String type, String source, String id, Optional<String> subject, Instant time)
            implements Decoded {

        public UnknownType {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(time, "time");
        }
    }

    /**
     * Not an event, or one that breaks the contract.
     *
     * @param code why, for machines
     * @param reason why, in words: the path, the value and what is allowed
     * @param time the event's time, if it shows a sound one
     * @param subject the event's subject, if it shows one
     */
    record Rejected(
            RejectionCode code, String reason, Optional<Instant> time, Optional<String> subject)
            implements Decoded {

        public Rejected {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(subject, "subject");
        }
    }
}
