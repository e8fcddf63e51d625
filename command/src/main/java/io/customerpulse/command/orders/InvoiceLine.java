package io.customerpulse.command.orders;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One usable line: so much of one product, on one invoice.
 *
 * @param number the line of the file, counted from 1, the header included
 * @param invoice {@code InvoiceNo}
 * @param product {@code StockCode}
 * @param amount {@code Quantity} times {@code UnitPrice} without its sign; above 0
 * @param time {@code InvoiceDate}
 * @param customer our customer id for {@code CustomerID}
 */
record InvoiceLine(
        long number,
        String invoice,
        String product,
        BigDecimal amount,
        Instant time,
        String customer) {}
