package io.customerpulse.rules.story;

import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.policy.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The policies of the project's {@code config/policies}, and variations of them. */
public final class ShippedPolicies {

    private static final Path FOLDER = Path.of("..", "config", "policies");

    private ShippedPolicies() {}

    /** The policies as shipped. */
    public static Policies read() {
        return read(FOLDER);
    }

    /** Reads policies that must be valid. */
    public static Policies read(Path folder) {
        try {
            return PolicyReader.read(folder);
        } catch (InvalidPolicyException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    /** Copies the shipped documents to a folder, to be changed there. */
    public static Path copyTo(Path folder) {
        for (String name :
                List.of("customer.yaml", "risk.yaml", "health.yaml", "flags.yaml", "sla.yaml")) {
            write(folder.resolve(name), text(FOLDER.resolve(name)));
        }
        return folder;
    }

    /** Replaces the first occurrence of a text in a document; it must be there. */
    public static void edit(Path document, String text, String replacement) {
        String before = text(document);
        int place = before.indexOf(text);
        if (place < 0) {
            throw new IllegalArgumentException("'" + text + "' is not in " + document);
        }
        write(
                document,
                before.substring(0, place) + replacement + before.substring(place + text.length()));
    }

    private static String text(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path document, String text) {
        try {
            Files.writeString(document, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
