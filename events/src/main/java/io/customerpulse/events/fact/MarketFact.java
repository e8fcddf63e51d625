package io.customerpulse.events.fact;

import java.util.Optional;

/** What happens around the customer. Downturns name an industry, not a customer. */
public sealed interface MarketFact extends Fact {

    /** A downturn of an industry began. */
    record DownturnStarted(String industry) implements MarketFact {
        @Override
        public FactType type() {
            return FactType.MARKET_DOWNTURN_STARTED;
        }
    }

    /** A downturn of an industry ended. */
    record DownturnEnded(String industry) implements MarketFact {
        @Override
        public FactType type() {
            return FactType.MARKET_DOWNTURN_ENDED;
        }
    }

    /** The customer spoke of a competitor. */
    record CompetitorMentioned(Optional<String> competitor) implements MarketFact {
        @Override
        public FactType type() {
            return FactType.COMPETITOR_MENTIONED;
        }
    }

    /** The customer spoke of us in public. */
    record SocialMentioned(Sentiment sentiment, Optional<String> text) implements MarketFact {
        @Override
        public FactType type() {
            return FactType.SOCIAL_MENTIONED;
        }
    }
}
