package io.customerpulse.command.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a file with a header is read line by line. */
class CsvTableTest {

    private final List<String> seen = new ArrayList<>();
    private final List<RejectedLine> rejected = new ArrayList<>();

    @Test
    void findsTheNeededColumnsByNameAmongOthers() throws IOException, WrongHeaderException {
        read("other,b,a\nx,2,1\n");

        assertThat(seen).containsExactly("2: a=1 b=2");
    }

    @Test
    void leavesOutTheBlanksAroundAValue() throws IOException, WrongHeaderException {
        read("a,b\n 1 ,\" 2\"\n");

        assertThat(seen).containsExactly("2: a=1 b=2");
    }

    @Test
    void numbersLinesAsAnEditorDoesButCountsNoEmptyOnes() throws IOException, WrongHeaderException {
        long lines = read("\uFEFFa,b\r\n\r\n1,2\r\n  \r\n3,4");

        assertThat(seen).containsExactly("3: a=1 b=2", "5: a=3 b=4");
        assertThat(lines).isEqualTo(2);
    }

    @Test
    void readsNothingFromAFileOfNothingButItsHeader() throws IOException, WrongHeaderException {
        assertThat(read("a,b\n")).isZero();
        assertThat(seen).isEmpty();
        assertThat(rejected).isEmpty();
    }

    @Test
    void rejectsALineWithFewerOrMoreValuesThanTheHeader() throws IOException, WrongHeaderException {
        long lines = read("a,b\n1\n1,2,3\n1,2\n");

        assertThat(rejected)
                .containsExactly(
                        new RejectedLine(2, "has 1 values where the header names 2"),
                        new RejectedLine(3, "has 3 values where the header names 2"));
        assertThat(seen).containsExactly("4: a=1 b=2");
        assertThat(lines).isEqualTo(3);
    }

    @Test
    void losesOnlyItsOwnLineToAStrayQuotationMark() throws IOException, WrongHeaderException {
        read("a,b\n\"1,2\n3,4\n");

        assertThat(rejected).extracting(RejectedLine::line).containsExactly(2L);
        assertThat(seen).containsExactly("3: a=3 b=4");
    }

    @Test
    void rejectsALineThatItsReaderRefusesAndReadsOn() throws IOException, WrongHeaderException {
        read("a,b\nbad,2\n3,4\n");

        assertThat(rejected).containsExactly(new RejectedLine(2, "bad is bad"));
        assertThat(seen).containsExactly("3: a=3 b=4");
    }

    @Test
    void refusesAHeaderWithoutANeededColumn() {
        assertThatThrownBy(() -> read("a,c\n1,2\n"))
                .isInstanceOf(WrongHeaderException.class)
                .hasMessage("its first line names no column b; needed are a, b");
    }

    @Test
    void refusesAHeaderThatIsNotCsv() {
        assertThatThrownBy(() -> read("\"a,b\n1,2\n"))
                .isInstanceOf(WrongHeaderException.class)
                .hasMessage("its first line is not CSV");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(WrongHeaderException.class)
                .hasMessage("it is empty");
    }

    private long read(String text) throws IOException, WrongHeaderException {
        return new CsvTable(List.of("a", "b"))
                .read(new BufferedReader(new StringReader(text)), this::see, rejected::add);
    }

    private void see(CsvLine line) throws UnusableLineException {
        if (line.value("a").equals("bad")) {
            throw new UnusableLineException("bad is bad");
        }
        seen.add(line.number() + ": a=" + line.value("a") + " b=" + line.value("b"));
    }
}
