package io.customerpulse.events;

/** What the application writes to a topic: a result, or the deletion of one. */
public sealed interface Emission permits OutputEvent, Tombstone {

    /** The topic it is written to. */
    Topic topic();

    /**
     * The record's key on Kafka: the subject; on {@code segments} the subject and the scheme, since
     * there a customer has one current record per scheme.
     */
    String key();
}
