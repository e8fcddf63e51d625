package io.customerpulse.rules.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; the message lists every problem found. */
public final class InvalidPolicyException extends Exception {

    private final transient List<PolicyProblem> problems;

    /** With every problem found. */
    public InvalidPolicyException(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the documents. */
    public List<PolicyProblem> problems() {
        return problems;
    }
}
