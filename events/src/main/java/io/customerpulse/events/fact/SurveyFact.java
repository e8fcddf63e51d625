package io.customerpulse.events.fact;

import java.util.Optional;

/** Surveys sent and answered. */
public sealed interface SurveyFact extends Fact {

    /** Someone was asked. */
    record Invited(Survey survey) implements SurveyFact {
        @Override
        public FactType type() {
            return FactType.SURVEY_INVITED;
        }
    }

    /** Someone answered; {@code anonymous} answers are never followed up with a person. */
    record Answered(
            Survey survey,
            int score,
            Optional<String> respondent,
            Optional<String> ticketId,
            Optional<String> comment,
            boolean anonymous)
            implements SurveyFact {
        @Override
        public FactType type() {
            return FactType.SURVEY_ANSWERED;
        }
    }
}
