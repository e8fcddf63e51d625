package io.customerpulse.jobs;

import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.policy.PolicyReader;
import java.nio.file.Path;

/** The policies as they are shipped. */
public final class ShippedPolicies {

    public static final Path FOLDER = Path.of("..", "config", "policies");
    public static final Policies POLICIES = read();

    private ShippedPolicies() {}

    private static Policies read() {
        try {
            return PolicyReader.read(FOLDER);
        } catch (InvalidPolicyException invalid) {
            throw new IllegalStateException(invalid);
        }
    }
}
