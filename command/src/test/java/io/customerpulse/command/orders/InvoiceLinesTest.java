package io.customerpulse.command.orders;

import static io.customerpulse.command.orders.Invoices.invoices;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.events.InputEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines of a file can be used. */
class InvoiceLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"17850", "17850.0"})
    void readsACustomerWithAndWithoutTheDecimalsOfAnExport(String customer) {
        ImportedOrders orders = invoices().of(customer).line("536365", "71053", "1", "1").read();

        assertThat(orders.events())
                .singleElement()
                .extracting(InputEvent::subject)
                .isEqualTo(Optional.of("customer-17850"));
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-01 08:26:00, 2010-12-01T08:26:00Z",
        "2010-12-01 08:26, 2010-12-01T08:26:00Z",
        "12/1/2010 8:26, 2010-12-01T08:26:00Z",
        "12/01/2010 08:26, 2010-12-01T08:26:00Z",
        "2012-02-29 23:59:59, 2012-02-29T23:59:59Z",
    })
    void takesTimesAsUtcWithTheMonthBeforeTheDay(String text, String time) {
        ImportedOrders orders = invoices().at(text).line("536365", "71053", "1", "1").read();

        assertThat(orders.events())
                .singleElement()
                .extracting(event -> event.time().toString())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.001", "1", "9999999.999999999"})
    void acceptsPricesAboveNothing(String price) {
        assertThat(invoices().line("536365", "71053", "1", price).read().events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"536365, 1", "536365, 9999999", "C536379, -1", "C536379, -9999999"})
    void acceptsQuantitiesWithTheSignOfTheirInvoice(String invoice, String quantity) {
        assertThat(invoices().line(invoice, "71053", quantity, "1").read().events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ,1,A,1,2010-12-01 08:26:00,1.5,17850,UK                  | InvoiceNo is missing
                    A563185,1,A,1,2010-12-01 08:26:00,1.5,17850,UK           | InvoiceNo "A563185" is neither an order's, like 536365, nor a return's, like C536379
                    C,1,A,-1,2010-12-01 08:26:00,1.5,17850,UK                | InvoiceNo "C" is neither an order's, like 536365, nor a return's, like C536379
                    c536379,1,A,-1,2010-12-01 08:26:00,1.5,17850,UK          | InvoiceNo "c536379" is neither an order's, like 536365, nor a return's, like C536379
                    536365,1,A,1,2010-12-01 08:26:00,1.5,,UK                 | CustomerID is missing
                    536365,1,A,1,2010-12-01 08:26:00,1.5,nan,UK              | CustomerID "nan" is no number like 17850 or 17850.0
                    536365,1,A,1,2010-12-01 08:26:00,1.5,17850.5,UK          | CustomerID "17850.5" is no number like 17850 or 17850.0
                    536365,1,A,1,2010-12-01 08:26:00,1.5,-17850,UK           | CustomerID "-17850" is no number like 17850 or 17850.0
                    536365,,A,1,2010-12-01 08:26:00,1.5,17850,UK             | StockCode is missing
                    536365,1,A,,2010-12-01 08:26:00,1.5,17850,UK             | Quantity is missing
                    536365,1,A,some,2010-12-01 08:26:00,1.5,17850,UK         | Quantity "some" is no whole number of at most seven digits
                    536365,1,A,1.5,2010-12-01 08:26:00,1.5,17850,UK          | Quantity "1.5" is no whole number of at most seven digits
                    536365,1,A,10000000,2010-12-01 08:26:00,1.5,17850,UK     | Quantity "10000000" is no whole number of at most seven digits
                    536365,1,A,0,2010-12-01 08:26:00,1.5,17850,UK            | Quantity is 0
                    536365,1,A,-1,2010-12-01 08:26:00,1.5,17850,UK           | Quantity -1 is below 0 in an order
                    C536379,1,A,1,2010-12-01 08:26:00,1.5,17850,UK           | Quantity 1 is above 0 in a return
                    C536379,1,A,0,2010-12-01 08:26:00,1.5,17850,UK           | Quantity is 0
                    536365,1,A,1,2010-12-01 08:26:00,,17850,UK               | UnitPrice is missing
                    536365,1,A,1,2010-12-01 08:26:00,1e3,17850,UK            | UnitPrice "1e3" is no price like 2.55 below ten million
                    536365,1,A,1,2010-12-01 08:26:00,10000000,17850,UK       | UnitPrice "10000000" is no price like 2.55 below ten million
                    536365,1,A,1,2010-12-01 08:26:00,0.0,17850,UK            | UnitPrice 0.0 is not above 0
                    536365,1,A,1,2010-12-01 08:26:00,-0.01,17850,UK          | UnitPrice -0.01 is not above 0
                    C536379,1,A,-1,2010-12-01 08:26:00,-1.5,17850,UK         | UnitPrice -1.5 is not above 0
                    536365,1,A,1,,1.5,17850,UK                               | InvoiceDate is missing
                    536365,1,A,1,2010-12-01,1.5,17850,UK                     | InvoiceDate "2010-12-01" is no time like 2010-12-01 08:26:00 or 12/1/2010 8:26
                    536365,1,A,1,2011-02-29 08:26:00,1.5,17850,UK            | InvoiceDate "2011-02-29 08:26:00" is no time like 2010-12-01 08:26:00 or 12/1/2010 8:26
                    536365,1,A,1,13/1/2010 8:26,1.5,17850,UK                 | InvoiceDate "13/1/2010 8:26" is no time like 2010-12-01 08:26:00 or 12/1/2010 8:26
                    536365,1,A,1,2010-12-01 08:26:00,1.5,17850               | has 7 values where the header names 8
                    """)
    void rejectsALineThatCannotBeUsedAndSaysWhy(String line, String reason) {
        ImportedOrders orders = invoices().raw(line).read();

        assertThat(orders.events()).isEmpty();
        assertThat(orders.files())
                .containsExactly(
                        new ImportedFile("1.csv", 1, List.of(new RejectedLine(2, reason))));
    }

    @Test
    void readsAroundCommasAndQuotationMarksInDescriptions() {
        ImportedOrders orders =
                invoices()
                        .raw(
                                "536365,22041,\"RECORD FRAME 7\"\", SINGLE\",12,"
                                        + "2010-12-01 08:26:00,2.55,17850.0,United Kingdom")
                        .read();

        assertThat(orders.rejected()).isZero();
        assertThat(orders.events()).hasSize(1);
    }
}
