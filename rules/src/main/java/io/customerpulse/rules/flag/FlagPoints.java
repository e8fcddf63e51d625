package io.customerpulse.rules.flag;

import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.risk.RiskPolicy;
import java.util.Optional;
import java.util.OptionalInt;

/** What the risk factor behind a flag adds; GREEN flags have none. */
final class FlagPoints {

    private final RiskPolicy risk;
    private final FlagPolicy flags;

    FlagPoints(RiskPolicy risk, FlagPolicy flags) {
        this.risk = risk;
        this.flags = flags;
    }

    OptionalInt of(Flag flag) {
        return switch (flag) {
            case SPONSOR_LEFT -> sponsor();
            case DOWNTIME -> OptionalInt.of(risk.downtime().points());
            case IMPLEMENTATION_DELAYED -> OptionalInt.of(risk.implementationDelayed().points());
            case NOT_USED -> notUsed();
            case REPEATED_POOR_CSAT -> OptionalInt.of(risk.repeatedPoorCsat().points());
            case NPS_DROP -> OptionalInt.of(risk.npsDrop().points());
            case BILLING_QUESTIONS -> OptionalInt.of(risk.billingQuestions().points());
            case TRAINING_INCOMPLETE -> OptionalInt.of(risk.trainingIncomplete().points());
            case NO_EXPANSION -> OptionalInt.of(risk.noExpansion().points());
            case COMPETITOR_MENTIONED -> OptionalInt.of(risk.competitorMentioned().points());
            case ADOPTION_GROWING,
                    HIGH_NPS,
                    HIGH_CSAT,
                    EXPANDING,
                    REFERRING,
                    ATTENDS_REVIEWS,
                    ADVOCATE,
                    RENEWAL_ON_TRACK,
                    SPONSOR_STRONG ->
                    OptionalInt.empty();
        };
    }

    /** A role that is not a key role adds nothing. */
    private OptionalInt sponsor() {
        return Optional.ofNullable(
                        risk.stakeholderDeparted().points().get(StakeholderRole.EXECUTIVE_SPONSOR))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** The points of the step that the flag's bound lies in. */
    private OptionalInt notUsed() {
        return risk.lowAdoption().steps().stream()
                .filter(step -> step.below() >= flags.notUsedBelow())
                .mapToInt(RiskPolicy.LowAdoption.Step::points)
                .findFirst();
    }
}
