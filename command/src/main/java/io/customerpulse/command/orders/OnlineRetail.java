package io.customerpulse.command.orders;

import io.customerpulse.command.csv.CsvTable;
import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.command.csv.UnusableLineException;
import io.customerpulse.command.csv.WrongHeaderException;
import io.customerpulse.events.InputEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads files of the Online Retail data set (CSV, one line for each product on an invoice) as our
 * order events: one event for each invoice. Only the invoices are held in memory, not the lines
 * they are made of.
 */
public final class OnlineRetail {

    private static final CsvTable TABLE = new CsvTable(InvoiceLines.COLUMNS);

    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final List<ImportedFile> files = new ArrayList<>();

    /** An import that has read nothing yet. */
    public OnlineRetail() {}

    /**
     * Reads one file to its end.
     *
     * @param name what to call it where lines are rejected
     * @throws WrongHeaderException when its first line is not this data set's header
     * @throws IOException when it cannot be read
     */
    public void read(String name, BufferedReader file) throws IOException, WrongHeaderException {
        List<RejectedLine> rejected = new ArrayList<>();
        long lines = TABLE.read(file, line -> add(InvoiceLines.read(line), name), rejected::add);
        files.add(new ImportedFile(name, lines, rejected));
    }

    private void add(InvoiceLine line, String name) throws UnusableLineException {
        int file = files.size();
        invoices.computeIfAbsent(line.invoice(), number -> new Invoice(line, file, name))
                .add(line, file);
    }

    /** What the files read so far tell. */
    public ImportedOrders orders() {
        List<InputEvent> events =
                invoices.values().stream()
                        .map(Invoice::event)
                        .sorted(
                                Comparator.comparing(InputEvent::time)
                                        .thenComparing(InputEvent::id))
                        .toList();
        long customers =
                events.stream()
                        .map(InputEvent::subject)
                        .flatMap(Optional::stream)
                        .distinct()
                        .count();
        return new ImportedOrders(events, files, Math.toIntExact(customers));
    }
}
