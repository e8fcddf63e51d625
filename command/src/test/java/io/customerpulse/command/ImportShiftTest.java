package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --shift-to}, which every import has. */
class ImportShiftTest {

    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]*)\"");

    @TempDir private Path directory;
    private Path output;

    @BeforeEach
    void putExportsWithEventsAnHourApartIntoTheDirectory() throws IOException {
        output = directory.resolve("events.ndjson");
        Files.writeString(
                directory.resolve("servicenow.csv"),
                """
                number,incident_state,reopen_count,sys_mod_count,caller_id,opened_at,sys_updated_at,priority
                INC1,New,0,0,Caller 7,01-03-2016 08:00,01-03-2016 08:00,2 - High
                INC1,Closed,0,1,Caller 7,01-03-2016 08:00,01-03-2016 09:00,2 - High
                """);
        Files.writeString(
                directory.resolve("orders.csv"),
                """
                InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID
                536366,71053,1,2010-12-01 09:26:00,2.55,17850
                536365,71053,1,2010-12-01 08:26:00,2.55,17850
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"servicenow", "orders"})
    void movesTheFirstEventToTheInstantAndTheOthersWithIt(String format) throws IOException {
        CommandRun pulse = importTo("2026-01-05T09:00:00.5Z", format);

        assertThat(pulse.exitCode()).isZero();
        assertThat(times()).containsExactly("2026-01-05T09:00:00.500Z", "2026-01-05T10:00:00.500Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"servicenow", "orders"})
    void leavesTimesAloneWhenNotAsked(String format) throws IOException {
        CommandRun pulse =
                CommandRun.exactly(
                        "import",
                        format,
                        directory.resolve(format + ".csv").toString(),
                        "--output",
                        output.toString());

        assertThat(pulse.err()).doesNotContain("moved");
        assertThat(times())
                .isEqualTo(
                        format.equals("orders")
                                ? List.of("2010-12-01T08:26:00Z", "2010-12-01T09:26:00Z")
                                : List.of("2016-03-01T08:00:00Z", "2016-03-01T09:00:00Z"));
    }

    @Test
    void changesNothingButTheTimes() throws IOException {
        importTo("2010-12-01T08:26:00Z", "orders");
        String unmoved = Files.readString(output);

        importTo("2011-12-01T08:26:00Z", "orders");

        assertThat(Files.readString(output))
                .isEqualTo(unmoved.replace("\"time\":\"2010-", "\"time\":\"2011-"));
    }

    @Test
    void saysByHowMuchItMoved() {
        assertThat(importTo("2010-12-03T08:26:00.25Z", "orders").err())
                .endsWith(String.format("All times moved by PT48H0.25S.%n"));
    }

    @Test
    void movesNothingOfAnExportWithoutEvents() throws IOException {
        Files.writeString(
                directory.resolve("orders.csv"),
                "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n");

        CommandRun pulse = importTo("2026-01-05T09:00:00Z", "orders");

        assertThat(pulse.exitCode()).isZero();
        assertThat(output).isEmptyFile();
        assertThat(pulse.err()).contains("All times moved by PT0S.");
    }

    @Test
    void refusesWhatIsNoInstant() {
        CommandRun pulse = importTo("tomorrow", "orders");

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.err()).contains("--shift-to", "tomorrow");
        assertThat(output).doesNotExist();
    }

    @Test
    void refusesAnInstantFromWhichTheLastEventLeavesTheYear9999() {
        CommandRun pulse = importTo("9999-12-31T23:00:00Z", "orders");

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.err())
                .contains(
                        "--shift-to 9999-12-31T23:00:00Z is too far: +10000-01-01T00:00:00Z is"
                                + " outside the years 0000 to 9999.");
        assertThat(output).doesNotExist();
    }

    @Test
    void acceptsAnInstantFromWhichTheLastEventJustStaysInTheYear9999() throws IOException {
        CommandRun pulse = importTo("9999-12-31T22:59:59.999Z", "orders");

        assertThat(pulse.exitCode()).isZero();
        assertThat(times()).endsWith("9999-12-31T23:59:59.999Z");
    }

    private CommandRun importTo(String instant, String format) {
        return CommandRun.exactly(
                "import",
                format,
                directory.resolve(format + ".csv").toString(),
                "--output",
                output.toString(),
                "--shift-to",
                instant);
    }

    private List<String> times() throws IOException {
        return TIME.matcher(Files.readString(output))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
