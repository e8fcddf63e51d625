package io.customerpulse.jobs.kafka;

import java.io.Serializable;
import java.time.Instant;

/** What time it is, which only the edges of a live job may ask. */
@FunctionalInterface
interface WallClock extends Serializable {

    /** The clock of this machine. */
    WallClock SYSTEM = Instant::now;

    /** Now. */
    Instant now();
}
