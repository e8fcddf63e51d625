package io.customerpulse.command;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.EventEncoder;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes events the way a replay reads them: one CloudEvents JSON object a line. */
final class EventLines {

    private EventLines() {}

    /**
     * Writes all events, to a file or to standard output.
     *
     * @throws CommandFailure when they cannot be written
     */
    static void write(List<InputEvent> events, Optional<Path> output) {
        EventEncoder encoder = new EventEncoder();
        String target = output.map(Path::toString).orElse("standard output");
        try (OutputStream lines = new BufferedOutputStream(open(output), 1 << 16)) {
            for (InputEvent event : events) {
                lines.write(encoder.encode(event));
                lines.write('\n');
            }
        } catch (IOException failure) {
            throw new CommandFailure("The events could not be written to " + target + ".", failure);
        }
    }

    private static OutputStream open(Optional<Path> output) throws IOException {
        // Not System.out: a PrintStream swallows errors, and a full disk must not look like
        // success.
        return output.isPresent()
                ? Files.newOutputStream(output.get())
                : new FileOutputStream(FileDescriptor.out);
    }
}
