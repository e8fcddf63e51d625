package io.customerpulse.rules.sla;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What is promised for one target of one severity. Of several allowances the one that is used up
 * first counts; of those used up at the same instant, the one named first.
 */
public sealed interface Promise extends Serializable {

    /** Every list of allowances it may come to; none is empty. */
    List<List<Allowance>> alternatives();

    /** The same whenever the ticket is opened. */
    record Fixed(List<Allowance> allowances) implements Promise {

        public Fixed {
            allowances = List.copyOf(allowances);
        }

        @Override
        public List<List<Allowance>> alternatives() {
            return List.of(allowances);
        }
    }

    /**
     * What depends on when the ticket is opened.
     *
     * @param calendar the name of the calendar that is asked whether it is open at that instant
     * @param inside what is given to tickets opened in open time
     * @param outside what is given to the others
     */
    record ByOpening(String calendar, List<Allowance> inside, List<Allowance> outside)
            implements Promise {

        public ByOpening {
            Objects.requireNonNull(calendar, "calendar");
            inside = List.copyOf(inside);
            outside = List.copyOf(outside);
        }

        @Override
        public List<List<Allowance>> alternatives() {
            return List.of(inside, outside);
        }
    }
}
