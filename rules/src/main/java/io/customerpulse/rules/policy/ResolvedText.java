package io.customerpulse.rules.policy;

import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A text that was written with a placeholder. It is read like any other, also as a number, but
 * shows itself as it was written: what was put in may be a secret.
 */
final class ResolvedText extends TextNode {

    private static final long serialVersionUID = 1L;

    private final String written;

    ResolvedText(String written, String resolved) {
        super(resolved);
        this.written = written;
    }

    @Override
    public String toString() {
        return '"' + written + '"';
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
