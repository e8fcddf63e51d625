package io.customerpulse.rules.sla.tickets;

import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.story.ShippedPolicies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped policy with something changed. */
final class PolicyVariants {

    private PolicyVariants() {}

    static SlaPolicy pausingFirstResponse() {
        return with("pauseFirstResponse: false", "pauseFirstResponse: true");
    }

    static SlaPolicy closedOn(String date) {
        return with("holidays: []", "holidays: [\"" + date + "\"]");
    }

    /** With next responses of two business hours for contracts of ENTERPRISE. */
    static SlaPolicy withNextResponse() {
        return with("nextResponse: {}", "nextResponse: PT2H business");
    }

    static SlaPolicy with(String text, String replacement) {
        try {
            Path folder = Files.createTempDirectory("policies");
            ShippedPolicies.copyTo(folder);
            ShippedPolicies.edit(folder.resolve("sla.yaml"), text, replacement);
            return ShippedPolicies.read(folder).sla();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
