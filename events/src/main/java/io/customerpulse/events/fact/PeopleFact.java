package io.customerpulse.events.fact;

/** Who comes and goes at the customer, and what happens to its organization. */
public sealed interface PeopleFact extends Fact {

    /** The holder of a role left. */
    record StakeholderDeparted(StakeholderRole role) implements PeopleFact {
        @Override
        public FactType type() {
            return FactType.STAKEHOLDER_DEPARTED;
        }
    }

    /** A role has a new holder. */
    record StakeholderAppointed(StakeholderRole role) implements PeopleFact {
        @Override
        public FactType type() {
            return FactType.STAKEHOLDER_APPOINTED;
        }
    }

    /** The organization changed. */
    record OrganizationChanged(OrganizationChange change) implements PeopleFact {
        @Override
        public FactType type() {
            return FactType.ORGANIZATION_CHANGED;
        }
    }
}
