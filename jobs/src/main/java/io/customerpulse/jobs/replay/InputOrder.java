package io.customerpulse.jobs.replay;

import java.time.Duration;

/** In which order the lines of an input are replayed. */
public sealed interface InputOrder {

    /** In the order of their event times, so that none is late; the default. */
    record ByTime() implements InputOrder {}

    /**
     * In the order of the file, as if each line had just come from a topic.
     *
     * @param latenessBound how far a line may lie behind the largest time of the lines before it
     *     without being late
     */
    record AsArrived(Duration latenessBound) implements InputOrder {

        public AsArrived {
            if (latenessBound.isNegative()) {
                throw new IllegalArgumentException(
                        "the lateness bound must not be negative: " + latenessBound);
            }
        }
    }
}
