package io.customerpulse.jobs.kafka;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.IngestResult;

/** Cuts what quotes an input record as large as the broker takes, and so is larger itself. */
final class Oversize {

    /** What the sentence about the cut needs at most. */
    private static final int SENTENCE_BYTES = 200;

    /** Four characters of Base64 stand for three bytes. */
    private static final int BASE64_GROUP = 4;

    /** A quote or a control character becomes as many as this in JSON. */
    private static final int LARGEST_ESCAPE = 6;

    private Oversize() {}

    /**
     * The same event, its original cut by at least so many bytes; its id stays. Unchanged if it
     * quotes nothing.
     */
    static OutputEvent cut(OutputEvent event, int tooMany) {
        if (event.result() instanceof IngestResult.Rejected rejected) {
            return with(event, cut(rejected, tooMany + SENTENCE_BYTES));
        } else if (event.result() instanceof IngestResult.Late late) {
            return with(event, cut(late, tooMany));
        }
        return event;
    }

    private static OutputEvent with(OutputEvent event, IngestResult result) {
        return new OutputEvent(event.id(), event.subject(), event.time(), result);
    }

    private static IngestResult cut(IngestResult.Rejected rejected, int tooMany) {
        String original = rejected.original();
        int kept = Math.max(0, original.length() - tooMany) / BASE64_GROUP * BASE64_GROUP;
        return new IngestResult.Rejected(
                rejected.reasonCode(),
                rejected.reason()
                        + "; too large to be kept here whole: read it at its origin, of which the"
                        + " beginning stands here",
                original.substring(0, kept),
                rejected.origin(),
                rejected.policyVersion());
    }

    private static IngestResult cut(IngestResult.Late late, int tooMany) {
        int room = Math.max(0, late.original().length() - tooMany);
        return new IngestResult.Late(
                late.original().substring(0, room / LARGEST_ESCAPE),
                late.lateBy(),
                late.applied(),
                late.policyVersion());
    }
}
