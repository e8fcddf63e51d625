package io.customerpulse.rules.policy;

/**
 * Why a policy is refused.
 *
 * @param file the document, or the folder when a document is missing
 * @param path where in the document, such as {@code factors.low-csat.points}; empty for the whole
 * @param reason what is wrong and what is allowed
 */
public record PolicyProblem(String file, String path, String reason) {

    @Override
    public String toString() {
        return path.isEmpty() ? file + ": " + reason : file + ": " + path + ": " + reason;
    }
}
