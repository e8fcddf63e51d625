package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pulse import orders}: what it writes, what it says, and its exit codes. */
class ImportOrdersCommandTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir private Path directory;
    private Path wednesday;
    private Path thursday;
    private Path output;

    @BeforeEach
    void putTwoDaysIntoTheDirectory() throws IOException {
        output = directory.resolve("events.ndjson");
        wednesday =
                file(
                        "wednesday.csv",
                        """
                        536365,85123A,WHITE HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
                        536365,71053,WHITE LANTERN,8,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
                        536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom
                        """);
        thursday =
                file(
                        "thursday.csv",
                        """
                        C536606,20914,JARS,-2,2010-12-02 09:07:00,1.25,14092.0,United Kingdom
                        """);
    }

    @Test
    void writesOneEventALineInTheContractsForm() throws IOException {
        CommandRun pulse = importOrders(wednesday);

        assertThat(pulse.exitCode()).isZero();
        assertThat(pulse.out()).isEmpty();
        assertThat(Files.readAllLines(output))
                .containsExactly(
                        "{\"specversion\":\"1.0\",\"id\":\"536365-placed\","
                                + "\"source\":\"/online-retail\",\"type\":\"order.placed\","
                                + "\"subject\":\"customer-17850\",\"time\":\"2010-12-01T08:26:00Z\","
                                + "\"data\":{\"orderId\":\"536365\",\"amount\":42.42,"
                                + "\"products\":[\"85123A\",\"71053\"]}}");
    }

    @Test
    void listsRejectedLinesByFileAndLineAndSumsUp() {
        CommandRun pulse = importOrders(wednesday, thursday);

        assertThat(pulse.err().lines())
                .containsExactly(
                        "rejected " + wednesday + " line 4: CustomerID is missing",
                        "4 lines read: 2 invoices of 2 customers, 2 events (order.placed 1,"
                                + " order.returned 1), 1 lines rejected.");
    }

    @Test
    void writesTheEventsOfAllFilesInTheOrderOfTime() throws IOException {
        importOrders(thursday, wednesday);

        assertThat(Files.readAllLines(output))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"536365-placed\""),
                        second -> assertThat(second).contains("\"C536606-returned\""));
    }

    @Test
    void writesTheSameBytesAtEveryImport() throws IOException {
        importOrders(wednesday, thursday);
        byte[] once = Files.readAllBytes(output);

        importOrders(wednesday, thursday);

        assertThat(Files.readAllBytes(output)).isEqualTo(once);
    }

    @Test
    void writesNothingForAFileWithoutLines() throws IOException {
        CommandRun pulse = importOrders(file("empty.csv", ""));

        assertThat(pulse.exitCode()).isZero();
        assertThat(output).isEmptyFile();
        assertThat(pulse.err())
                .startsWith("0 lines read: 0 invoices of 0 customers, 0 events (), 0 lines");
    }

    @Test
    void replacesWhatIsNotUtf8() throws IOException {
        byte[] line = (HEADER + "536365,1,CAF_,1,12/1/2010 8:26,1,17850,UK\n").getBytes("US-ASCII");
        line[new String(line, "US-ASCII").indexOf('_')] = (byte) 0xC9;
        Path latin = Files.write(directory.resolve("latin.csv"), line);

        assertThat(importOrders(latin).err()).contains("1 events (order.placed 1)");
    }

    @Test
    void needsAFile() {
        CommandRun pulse = CommandRun.exactly("import", "orders");

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.err()).contains("Missing required parameter: 'FILE'");
    }

    @Test
    void refusesAFileThatIsNotThereBeforeItReadsTheOthers() {
        CommandRun pulse = importOrders(wednesday, directory.resolve("nowhere.csv"));

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.err())
                .startsWith("pulse: ")
                .contains("nowhere.csv is not a file that can be read.");
        assertThat(output).doesNotExist();
    }

    @Test
    void failsInOneSentenceOnAFileOfSomethingElse() throws IOException {
        Path other = Files.writeString(directory.resolve("other.csv"), "InvoiceNo,b\n1,2\n");

        CommandRun pulse = importOrders(wednesday, other);

        assertThat(pulse.exitCode()).isEqualTo(1);
        assertThat(pulse.err())
                .startsWith("pulse: " + other + " is not of the Online Retail data set: ")
                .contains("names no column StockCode, Quantity, InvoiceDate, UnitPrice, CustomerID")
                .hasLineCount(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void failsWhenTheEventsCannotBeWritten() {
        CommandRun pulse =
                CommandRun.exactly(
                        "import",
                        "orders",
                        wednesday.toString(),
                        "--output",
                        directory.resolve("no/such/place").toString());

        assertThat(pulse.exitCode()).isEqualTo(1);
        assertThat(pulse.err()).contains("could not be written to", "because NoSuchFileException");
    }

    private CommandRun importOrders(Path... files) {
        List<String> arguments = new ArrayList<>(List.of("import", "orders"));
        for (Path file : files) {
            arguments.add(file.toString());
        }
        arguments.addAll(List.of("--output", output.toString()));
        return CommandRun.exactly(arguments.toArray(String[]::new));
    }

    private Path file(String name, String lines) throws IOException {
        return Files.writeString(directory.resolve(name), HEADER + lines);
    }
}
