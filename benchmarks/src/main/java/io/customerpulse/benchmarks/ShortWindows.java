package io.customerpulse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The application's configuration with the windows of flags short enough for a week: what takes
 * months of event time otherwise happens within it, among as many events of a customer and day.
 */
final class ShortWindows {

    /**
     * @param after the line below which, and before any other row, it stands
     */
    private record Edit(String file, String after, String from, String to) {}

    private static final List<Edit> EDITS =
            List.of(
                    new Edit("flags.yaml", "  repeated-poor-csat:", "within: P90D", "within: P3D"),
                    new Edit("flags.yaml", "  nps-drop:", "window: P30D", "window: P1D"),
                    new Edit("flags.yaml", "  nps-drop:", "lasts: P30D", "lasts: P1D"),
                    new Edit("risk.yaml", "  no-expansion:", "after: P183D", "after: P3D"),
                    new Edit("customer.yaml", "adoption:", "days: 7", "days: 2"),
                    new Edit(
                            "customer.yaml",
                            "adoption:",
                            "knownAfterDays: 14",
                            "knownAfterDays: 3"));

    private ShortWindows() {}

    /**
     * Writes the changed configuration.
     *
     * @param config what is changed
     * @param to where it is written
     * @throws IOException if a file cannot be read or written
     * @throws IllegalStateException if a value that is changed is not there
     */
    static void write(Path config, Path to) throws IOException {
        Files.createDirectories(to.resolve("policies"));
        Files.writeString(to.resolve("job.yaml"), Files.readString(config.resolve("job.yaml")));
        try (Stream<Path> policies = Files.list(config.resolve("policies"))) {
            for (Path policy : policies.toList()) {
                String file = policy.getFileName().toString();
                String text = Files.readString(policy);
                for (Edit edit : EDITS) {
                    text = edit.file().equals(file) ? edited(text, edit) : text;
                }
                Files.writeString(to.resolve("policies").resolve(file), text);
            }
        }
    }

    private static String edited(String text, Edit edit) {
        int row = text.indexOf("\n" + edit.after());
        int value = row < 0 ? -1 : text.indexOf(edit.from(), row);
        if (value < 0) {
            throw new IllegalStateException(
                    "%s has no \"%s\" below \"%s\""
                            .formatted(edit.file(), edit.from(), edit.after().strip()));
        }
        return text.substring(0, value) + edit.to() + text.substring(value + edit.from().length());
    }
}
