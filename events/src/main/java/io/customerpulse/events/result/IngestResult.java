package io.customerpulse.events.result;

import io.customerpulse.events.codec.Envelope;
import io.customerpulse.events.codec.EnvelopeReader;
import io.customerpulse.events.codec.RejectionCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What happened to input that could not be taken as it came. */
public sealed interface IngestResult extends Result {

    /**
     * An event was refused.
     *
     * @param reasonCode why, for machines
     * @param reason why, in words: the path, the value and what is allowed
     * @param original the bytes as they came, in Base64
     * @param origin where they were read
     * @param policyVersion the policies in force
     */
    record Rejected(
            RejectionCode reasonCode,
            String reason,
            String original,
            Origin origin,
            String policyVersion)
            implements IngestResult {

        public Rejected {
            Objects.requireNonNull(reasonCode, "reasonCode");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.EVENT_REJECTED;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(
                    origin.topic(),
                    Integer.toString(origin.partition()),
                    Long.toString(origin.offset()),
                    original);
        }
    }

    /**
     * An event arrived behind the watermark.
     *
     * @param original the event as JSON text
     * @param lateBy how far behind
     * @param applied whether it still changed the customer's record
     * @param policyVersion the policies in force
     */
    record Late(String original, Duration lateBy, boolean applied, String policyVersion)
            implements IngestResult {

        public Late {
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(lateBy, "lateBy");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.EVENT_LATE;
        }

        /** Source and id of the late event, which identify it. */
        @Override
        public List<String> distinguisher() {
            Envelope late = new EnvelopeReader().read(original.getBytes(StandardCharsets.UTF_8));
            return List.of(late.source().orElse(""), late.id().orElse(original));
        }
    }
}
