package io.customerpulse.command.orders;

import io.customerpulse.command.csv.WrongHeaderException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A small file of the data set, line by line, in the words of the tests. */
final class Invoices {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));
    private String time = "2010-12-01 08:26:00";
    private String customer = "17850.0";

    static Invoices invoices() {
        return new Invoices();
    }

    /** When the lines after this are dated. */
    Invoices at(String dateAndTime) {
        this.time = dateAndTime;
        return this;
    }

    /** Whose the lines after this are, in the file's form. */
    Invoices of(String customerId) {
        this.customer = customerId;
        return this;
    }

    Invoices line(String invoice, String product, String quantity, String price) {
        return raw(
                String.join(
                        ",",
                        invoice,
                        product,
                        "A THING",
                        quantity,
                        time,
                        price,
                        customer,
                        "United Kingdom"));
    }

    Invoices raw(String line) {
        lines.add(line);
        return this;
    }

    ImportedOrders read() {
        return read(text());
    }

    String text() {
        return String.join("\r\n", lines);
    }

    /** Reads texts as files named {@code 1.csv}, {@code 2.csv} and so on. */
    static ImportedOrders read(String... texts) {
        OnlineRetail retail = new OnlineRetail();
        for (int i = 0; i < texts.length; i++) {
            try {
                retail.read((i + 1) + ".csv", new BufferedReader(new StringReader(texts[i])));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (WrongHeaderException other) {
                throw new IllegalArgumentException(other);
            }
        }
        return retail.orders();
    }
}
