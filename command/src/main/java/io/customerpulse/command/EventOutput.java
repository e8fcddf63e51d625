package io.customerpulse.command;

import io.customerpulse.command.shift.TimeShift;
import io.customerpulse.events.InputEvent;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where imported events go, and where in time: options that every import has. */
final class EventOutput {

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the events go (default: standard output).")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--shift-to",
            paramLabel = "INSTANT",
            description = {
                "Move all events in time by one constant,",
                "so that the first happens at INSTANT."
            })
    private Optional<Instant> start = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Writes the events, moved if that was asked for, and then says by how much they were.
     *
     * @throws ParameterException when some would be moved out of the years 0000 to 9999
     * @throws CommandFailure when they cannot be written
     */
    void write(List<InputEvent> events) {
        if (start.isEmpty()) {
            EventLines.write(events, output);
            return;
        }
        TimeShift shift;
        List<InputEvent> moved;
        try {
            shift = TimeShift.toStartAt(start.get(), events);
            moved = shift.moved(events);
        } catch (DateTimeException unreachable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--shift-to " + start.get() + " is too far: " + unreachable.getMessage() + ".",
                    unreachable);
        }
        EventLines.write(moved, output);
        PrintWriter err = spec.commandLine().getErr();
        err.printf("All times moved by %s.%n", shift.duration());
        err.flush();
    }
}
