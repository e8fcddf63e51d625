package io.customerpulse.command.csv;

import java.util.List;

/** One line of a file whose header names its columns. */
public final class CsvLine {

    private final long number;
    private final List<String> columns;
    private final List<String> values;

    CsvLine(long number, List<String> columns, List<String> values) {
        this.number = number;
        this.columns = columns;
        this.values = values;
    }

    /** The line of the file, counted from 1, the header included. */
    public long number() {
        return number;
    }

    /** The value of a column that the import needs, without the blanks around it. */
    public String value(String column) {
        return values.get(columns.indexOf(column)).strip();
    }
}
