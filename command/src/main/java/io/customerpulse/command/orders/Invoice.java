package io.customerpulse.command.orders;

import io.customerpulse.command.csv.UnusableLineException;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.OrderFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One invoice, put together from its lines. Its first usable line says whose it is, on which day
 * and in which file; lines that say something else of it are refused.
 */
final class Invoice {

    /** The CloudEvents {@code source} of every event. */
    static final String SOURCE = "/online-retail";

    private static final int PENCE = 2;

    private final InvoiceLine first;
    private final int file;
    private final String fileName;
    private final Set<String> products = new LinkedHashSet<>();
    private BigDecimal amount = BigDecimal.ZERO;
    private Instant time;

    /**
     * An invoice without a line yet.
     *
     * @param first the line that {@link #add} will be told of first
     * @param file which of the files it stands in; two may have one name
     * @param fileName the file's name
     */
    Invoice(InvoiceLine first, int file, String fileName) {
        this.first = first;
        this.file = file;
        this.fileName = fileName;
        this.time = first.time();
    }

    /**
     * Adds a line of this invoice.
     *
     * @throws UnusableLineException when it contradicts the first
     */
    void add(InvoiceLine line, int standsIn) throws UnusableLineException {
        // A file given twice would otherwise double every amount.
        if (standsIn != file) {
            throw new UnusableLineException(
                    String.format(
                            "%s stands in another file already: %s, line %d",
                            line.invoice(), fileName, first.number()));
        }
        if (!line.customer().equals(first.customer())) {
            throw new UnusableLineException(
                    String.format(
                            "names %s, but line %d of %s names %s",
                            line.customer(), first.number(), line.invoice(), first.customer()));
        }
        if (!day(line).equals(day(first))) {
            throw new UnusableLineException(
                    String.format(
                            "is dated %s, but line %d of %s %s",
                            day(line), first.number(), line.invoice(), day(first)));
        }
        products.add(line.product());
        amount = amount.add(line.amount());
        // An invoice that took more than a minute to write has lines of two.
        time = line.time().isBefore(time) ? line.time() : time;
    }

    /** The order or return that this invoice tells of. */
    InputEvent event() {
        String number = first.invoice();
        boolean isReturn = InvoiceLines.isReturn(number);
        OrderFact fact =
                isReturn
                        ? new OrderFact.Returned(
                                number, inPence(), List.copyOf(products), Optional.empty())
                        : new OrderFact.Placed(
                                number, inPence(), List.copyOf(products), Optional.empty());
        return new InputEvent(
                SOURCE,
                number + (isReturn ? "-returned" : "-placed"),
                time,
                Optional.of(first.customer()),
                fact);
    }

    /** The exact sum, always written alike: no zeros at its end but those of the pence. */
    private BigDecimal inPence() {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < PENCE ? shortest.setScale(PENCE) : shortest;
    }

    private static LocalDate day(InvoiceLine line) {
        return LocalDate.ofInstant(line.time(), ZoneOffset.UTC);
    }
}
