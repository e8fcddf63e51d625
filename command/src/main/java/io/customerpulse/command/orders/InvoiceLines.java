package io.customerpulse.command.orders;

import io.customerpulse.command.csv.CsvLine;
import io.customerpulse.command.csv.UnusableLineException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single lines of the data set ({@code docs/import-orders.md}). */
final class InvoiceLines {

    /** The columns a file must have; {@code Description} and {@code Country} say nothing to us. */
    static final List<String> COLUMNS =
            List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");

    private static final String RETURN_MARK = "C";
    private static final Pattern INVOICE = Pattern.compile(RETURN_MARK + "?\\d{1,18}");

    /** Tools that know no missing whole numbers write 17850 as 17850.0. */
    private static final Pattern CUSTOMER = Pattern.compile("(\\d{1,18})(?:\\.0+)?");

    // Both bounded, so that no typing error makes an amount that no order has.
    private static final Pattern QUANTITY = Pattern.compile("-?\\d{1,7}");
    private static final Pattern PRICE = Pattern.compile("-?\\d{1,7}(?:\\.\\d{1,9})?");

    /** The published spreadsheet saved as CSV has 12/1/2010 8:26, the month first. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("[uuuu-MM-dd HH:mm[:ss]][M/d/uuuu H:mm]", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private InvoiceLines() {}

    /** Whether an invoice of that number tells of goods that came back. */
    static boolean isReturn(String invoice) {
        return invoice.startsWith(RETURN_MARK);
    }

    static InvoiceLine read(CsvLine line) throws UnusableLineException {
        String invoice = invoice(line);
        String customer = customer(line);
        return new InvoiceLine(
                line.number(),
                invoice,
                present("StockCode", line),
                price(line).multiply(quantity(invoice, line)),
                time(line),
                customer);
    }

    private static String invoice(CsvLine line) throws UnusableLineException {
        String number = present("InvoiceNo", line);
        if (!INVOICE.matcher(number).matches()) {
            throw new UnusableLineException(
                    "InvoiceNo \""
                            + number
                            + "\" is neither an order's, like 536365, nor a return's, like C536379");
        }
        return number;
    }

    private static String customer(CsvLine line) throws UnusableLineException {
        String number = present("CustomerID", line);
        Matcher customer = CUSTOMER.matcher(number);
        if (!customer.matches()) {
            throw new UnusableLineException(
                    "CustomerID \"" + number + "\" is no number like 17850 or 17850.0");
        }
        return "customer-" + customer.group(1);
    }

    /** How many pieces went out or, of a return, came back: above 0. */
    private static BigDecimal quantity(String invoice, CsvLine line) throws UnusableLineException {
        String text = present("Quantity", line);
        if (!QUANTITY.matcher(text).matches()) {
            throw new UnusableLineException(
                    "Quantity \"" + text + "\" is no whole number of at most seven digits");
        }
        BigDecimal quantity = new BigDecimal(text);
        if (quantity.signum() == 0) {
            throw new UnusableLineException("Quantity is 0");
        }
        if (quantity.signum() > 0 && isReturn(invoice)) {
            throw new UnusableLineException("Quantity " + text + " is above 0 in a return");
        }
        if (quantity.signum() < 0 && !isReturn(invoice)) {
            throw new UnusableLineException("Quantity " + text + " is below 0 in an order");
        }
        return quantity.abs();
    }

    private static BigDecimal price(CsvLine line) throws UnusableLineException {
        String text = present("UnitPrice", line);
        if (!PRICE.matcher(text).matches()) {
            throw new UnusableLineException(
                    "UnitPrice \"" + text + "\" is no price like 2.55 below ten million");
        }
        BigDecimal price = new BigDecimal(text);
        if (price.signum() <= 0) {
            throw new UnusableLineException("UnitPrice " + text + " is not above 0");
        }
        return price;
    }

    /** The data set names no zone; its times are taken as UTC. */
    private static Instant time(CsvLine line) throws UnusableLineException {
        String text = present("InvoiceDate", line);
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notATime) {
            throw new UnusableLineException(
                    "InvoiceDate \""
                            + text
                            + "\" is no time like 2010-12-01 08:26:00 or 12/1/2010 8:26");
        }
    }

    private static String present(String column, CsvLine line) throws UnusableLineException {
        String value = line.value(column);
        if (value.isEmpty()) {
            throw new UnusableLineException(column + " is missing");
        }
        return value;
    }
}
