package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {

    @TempDir private Path directory;

    private final StringWriter err = new StringWriter();

    @Test
    void writesTheTruthBesideTheEvents() throws IOException {
        Path events = directory.resolve("history.ndjson");

        assertThat(simulate("--customers", "3", "--days", "10", "--output", events.toString()))
                .isZero();

        assertThat(Files.readAllLines(events)).hasSizeGreaterThan(30);
        assertThat(Files.readAllLines(directory.resolve("history.ndjson.truth.ndjson"))).hasSize(3);
        assertThat(err.toString())
                .startsWith(Files.readAllLines(events).size() + " events of 3 customers in 10 days")
                .contains("history.ndjson.truth.ndjson");
    }

    @Test
    void writesTheTruthWhereItIsToldTo() throws IOException {
        Path events = directory.resolve("history.ndjson");
        Path truth = directory.resolve("labels.ndjson");

        assertThat(simulate("--customers=2", "--days=3", "--output=" + events, "--truth=" + truth))
                .isZero();

        assertThat(Files.readAllLines(truth)).hasSize(2);
        assertThat(directory).isDirectoryNotContaining("glob:**.truth.ndjson");
    }

    @Test
    void beginsOnTheDayItIsGiven() throws IOException {
        Path events = directory.resolve("history.ndjson");

        simulate("--customers=1", "--days=1", "--from=2019-07-01", "--output=" + events);

        assertThat(Files.readAllLines(events))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"time\":\"2019-07-01T"));
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThat(simulate("--customers=0", "--days=1")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--customers must be from 1 to 1000000, but is 0.")
                .contains("pulse simulate --help");
    }

    @Test
    void refusesToWriteTheTruthOverTheEvents() {
        String file = directory.resolve("history.ndjson").toString();

        assertThat(simulate("--customers=1", "--days=1", "--output", file, "--truth", file))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--output and --truth must be two files.");
    }

    @Test
    void failsWhereItCannotWrite() {
        Path nowhere = directory.resolve("missing").resolve("history.ndjson");

        assertThat(simulate("--customers=1", "--days=1", "--output", nowhere.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("The simulated history could not be written to " + nowhere);
    }

    private int simulate(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "simulate";
        all[1] = "--seed=1";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        CommandLine line = Pulse.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(all);
    }
}
