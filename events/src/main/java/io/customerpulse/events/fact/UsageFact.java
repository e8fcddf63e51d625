package io.customerpulse.events.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** Telemetry of use. Recorded days and single uses are dense: they only fill day buckets. */
public sealed interface UsageFact extends Fact {

    /** A day's usage; of several reports for one day the largest of each number counts. */
    record Recorded(
            LocalDate day,
            int activeUsers,
            OptionalInt sessions,
            List<String> featuresUsed,
            OptionalInt contentItems,
            OptionalInt integrationsActive)
            implements UsageFact {
        @Override
        public FactType type() {
            return FactType.USAGE_RECORDED;
        }
    }

    /** One action by one user. */
    record FeatureUsed(String userId, String feature) implements UsageFact {
        @Override
        public FactType type() {
            return FactType.FEATURE_USED;
        }
    }

    /** How much of the training is done, in percent. */
    record TrainingProgressed(BigDecimal completionPercent) implements UsageFact {
        @Override
        public FactType type() {
            return FactType.TRAINING_PROGRESSED;
        }
    }
}
