package io.customerpulse.patterns;

import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.sla.SlaSignal;
import java.io.Serializable;
import java.time.Instant;
import org.apache.flink.cep.EventComparator;

/**
 * What patterns must know of a kind of signals: their times, and the order within one instant.
 *
 * @param <T> the kind of signals
 */
interface Vocabulary<T> extends Serializable {

    /** When a signal became true. */
    Instant timeOf(T signal);

    /** The order in which the signals of one instant are seen. */
    EventComparator<T> order();

    /** What is said of customers. */
    final class OfCustomers implements Vocabulary<Signal> {

        private static final long serialVersionUID = 1L;

        @Override
        public Instant timeOf(Signal signal) {
            return signal.time();
        }

        @Override
        public EventComparator<Signal> order() {
            return new SignalOrder();
        }
    }

    /** What is said of service levels. */
    final class OfServiceLevels implements Vocabulary<SlaSignal> {

        private static final long serialVersionUID = 1L;

        @Override
        public Instant timeOf(SlaSignal signal) {
            return signal.time();
        }

        @Override
        public EventComparator<SlaSignal> order() {
            return new SlaSignalOrder();
        }
    }
}
