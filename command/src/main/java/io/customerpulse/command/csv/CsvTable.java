package io.customerpulse.command.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A CSV file with a header line, read one line after the other. Each line is parsed for itself, so
 * that a stray quotation mark costs its own line and not the rest of the file; a value can
 * therefore hold no line break. The file may have more columns than are needed, in any order.
 */
public final class CsvTable {

    private static final ObjectReader CSV = new CsvMapper().readerForListOf(String.class);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<String> needed;

    /** A table that must have these columns. */
    public CsvTable(List<String> needed) {
        this.needed = List.copyOf(needed);
    }

    /** What is done with a line. */
    @FunctionalInterface
    public interface LineReader {
        /**
         * Takes one line.
         *
         * @throws UnusableLineException when it cannot be used
         */
        void read(CsvLine line) throws UnusableLineException;
    }

    /**
     * Hands out every line that has the header's number of values.
     *
     * @param lines takes them, in the order of the file
     * @param rejected is told of the lines that are not CSV and those that {@code lines} refuses
     * @return the number of lines, header and empty lines not counted
     * @throws WrongHeaderException when the first line does not name the needed columns
     * @throws IOException when the file cannot be read
     */
    public long read(BufferedReader file, LineReader lines, Consumer<RejectedLine> rejected)
            throws IOException, WrongHeaderException {
        List<String> columns = header(file);
        long number = 1;
        long count = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            count++;
            try {
                lines.read(new CsvLine(number, columns, values(line, columns.size())));
            } catch (UnusableLineException unusable) {
                rejected.accept(new RejectedLine(number, unusable.getMessage()));
            }
        }
        return count;
    }

    private List<String> header(BufferedReader file) throws IOException, WrongHeaderException {
        String first = file.readLine();
        if (first == null) {
            throw new WrongHeaderException("it is empty");
        }
        List<String> columns;
        try {
            columns =
                    split(
                            first.startsWith(BYTE_ORDER_MARK)
                                    ? first.substring(BYTE_ORDER_MARK.length())
                                    : first);
        } catch (JsonProcessingException notCsv) {
            throw new WrongHeaderException("its first line is not CSV");
        }
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(columns);
        if (!missing.isEmpty()) {
            throw new WrongHeaderException(
                    "its first line names no column "
                            + String.join(", ", missing)
                            + "; needed are "
                            + String.join(", ", needed));
        }
        return columns;
    }

    private static List<String> values(String line, int count) throws UnusableLineException {
        List<String> values;
        try {
            values = split(line);
        } catch (JsonProcessingException notCsv) {
            throw new UnusableLineException("not CSV: " + notCsv.getOriginalMessage());
        }
        if (values.size() != count) {
            throw new UnusableLineException(
                    "has " + values.size() + " values where the header names " + count);
        }
        return values;
    }

    private static List<String> split(String line) throws JsonProcessingException {
        return CSV.readValue(line);
    }
}
