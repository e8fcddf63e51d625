package io.customerpulse.events.fact;

/** What an input event says happened; one sealed file per subject. */
public sealed interface Fact
        permits CustomerFact,
                ContractFact,
                UsageFact,
                SurveyFact,
                TicketFact,
                ServiceFact,
                ImplementationFact,
                PeopleFact,
                MarketFact,
                EngagementFact,
                ExpansionFact,
                GoalFact,
                OrderFact,
                PaymentFact,
                OperationFact,
                ResponseFact,
                ControlFact {

    /** The event type under which the contract knows this fact. */
    FactType type();
}
