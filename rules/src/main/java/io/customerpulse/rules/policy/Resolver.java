package io.customerpulse.rules.policy;

/** Replaces what a text of a document stands for, such as {@code ${NAME}} for a variable. */
@FunctionalInterface
public interface Resolver {

    /** Leaves every text as it is. */
    Resolver NONE = text -> text;

    /**
     * The text with everything replaced.
     *
     * @throws UnresolvedException if something it refers to is not there
     */
    String resolve(String text) throws UnresolvedException;

    /** What a text refers to is not there; the message says what, and never a secret. */
    final class UnresolvedException extends Exception {
        public UnresolvedException(String reason) {
            super(reason);
        }
    }
}
