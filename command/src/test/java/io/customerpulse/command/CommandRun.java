package io.customerpulse.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A command run within the test, which is faster than a process of its own. */
record CommandRun(int exitCode, String out, String err) {

    /** The configuration that is shipped. */
    static final Path CONFIGURATION = Path.of("..", "config");

    /** Runs a command with the shipped configuration. */
    static CommandRun of(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", CONFIGURATION.toString()));
        return exactly(all.toArray(String[]::new));
    }

    /** Runs a command with nothing but these arguments. */
    static CommandRun exactly(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine pulse = Pulse.commandLine();
        pulse.setOut(new PrintWriter(out));
        pulse.setErr(new PrintWriter(err));
        int exitCode = pulse.execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
