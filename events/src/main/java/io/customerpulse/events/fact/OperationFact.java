package io.customerpulse.events.fact;

/** Data quality and integrations in the customer's operation. */
public sealed interface OperationFact extends Fact {

    /** A data-quality issue was found. */
    record DataQualityIssueOpened(String issueId) implements OperationFact {
        @Override
        public FactType type() {
            return FactType.DATA_QUALITY_ISSUE_OPENED;
        }
    }

    /** A data-quality issue is resolved. */
    record DataQualityIssueResolved(String issueId) implements OperationFact {
        @Override
        public FactType type() {
            return FactType.DATA_QUALITY_ISSUE_RESOLVED;
        }
    }

    /** An integration stopped working. */
    record IntegrationFailed(String integration) implements OperationFact {
        @Override
        public FactType type() {
            return FactType.INTEGRATION_FAILED;
        }
    }

    /** An integration works again. */
    record IntegrationRecovered(String integration) implements OperationFact {
        @Override
        public FactType type() {
            return FactType.INTEGRATION_RECOVERED;
        }
    }
}
