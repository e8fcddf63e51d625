package io.customerpulse.command.orders;

import static io.customerpulse.command.orders.Invoices.invoices;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.OrderFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the lines of invoices become events. */
class OnlineRetailTest {

    @Test
    void tellsOfAnInvoiceAsAnOrder() {
        ImportedOrders orders =
                invoices()
                        .line("536365", "85123A", "6", "2.55")
                        .line("536365", "71053", "8", "3.39")
                        .read();

        assertThat(orders.events())
                .containsExactly(
                        new InputEvent(
                                "/online-retail",
                                "536365-placed",
                                Instant.parse("2010-12-01T08:26:00Z"),
                                Optional.of("customer-17850"),
                                new OrderFact.Placed(
                                        "536365",
                                        new BigDecimal("42.42"),
                                        List.of("85123A", "71053"),
                                        Optional.empty())));
    }

    @Test
    void tellsOfAnInvoiceWhoseNumberBeginsWithCAsAReturnOfAPositiveAmount() {
        ImportedOrders orders =
                invoices()
                        .line("C536379", "22556", "-12", "1.65")
                        .line("C536379", "21984", "-1", "0.29")
                        .read();

        assertThat(orders.events())
                .containsExactly(
                        new InputEvent(
                                "/online-retail",
                                "C536379-returned",
                                Instant.parse("2010-12-01T08:26:00Z"),
                                Optional.of("customer-17850"),
                                new OrderFact.Returned(
                                        "C536379",
                                        new BigDecimal("20.09"),
                                        List.of("22556", "21984"),
                                        Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0.1, 0.30",
        "1, 7, 7.00",
        "100, 1, 100.00",
        "2, 1.5000, 3.00",
        "1, 0.001, 0.001",
        "1000, 0.001, 1.00",
        "9999999, 9999999.99, 99999989900000.01",
    })
    void multipliesExactlyAndWritesAtLeastPence(String quantity, String price, String amount) {
        ImportedOrders orders = invoices().line("536365", "71053", quantity, price).read();

        assertThat(placed(orders).amount()).isEqualTo(new BigDecimal(amount));
    }

    @Test
    void addsExactlyWhatBinaryFractionsWouldNot() {
        ImportedOrders orders =
                invoices()
                        .line("536365", "A", "1", "0.1")
                        .line("536365", "B", "1", "0.1")
                        .line("536365", "C", "1", "0.1")
                        .read();

        assertThat(placed(orders).amount()).isEqualTo(new BigDecimal("0.30"));
    }

    @Test
    void namesAProductOnceWhereItFirstStandsAndCountsItEveryTime() {
        ImportedOrders orders =
                invoices()
                        .line("536365", "B", "1", "1")
                        .line("536365", "A", "1", "1")
                        .line("536365", "B", "1", "1")
                        .read();

        assertThat(placed(orders).products()).containsExactly("B", "A");
        assertThat(placed(orders).amount()).isEqualTo(new BigDecimal("3.00"));
    }

    @Test
    void putsTogetherAnInvoiceWhoseLinesStandApart() {
        ImportedOrders orders =
                invoices()
                        .line("536365", "A", "1", "1")
                        .line("536366", "A", "1", "5")
                        .line("536365", "B", "1", "2")
                        .read();

        assertThat(orders.events())
                .extracting(InputEvent::id)
                .containsExactly("536365-placed", "536366-placed");
        assertThat(placed(orders).amount()).isEqualTo(new BigDecimal("3.00"));
    }

    @Test
    void keepsAnOrderAndAReturnOfTheSameDigitsApart() {
        ImportedOrders orders =
                invoices().line("536365", "A", "2", "1").line("C536365", "A", "-1", "1").read();

        assertThat(orders.events())
                .extracting(InputEvent::id)
                .containsExactly("536365-placed", "C536365-returned");
    }

    @Test
    void countsTheUsableLinesOfAnInvoiceWithAnUnusableOne() {
        ImportedOrders orders =
                invoices().line("536365", "A", "1", "0").line("536365", "B", "1", "2").read();

        assertThat(placed(orders).products()).containsExactly("B");
        assertThat(orders.rejected()).isEqualTo(1);
    }

    @Test
    void datesAnInvoiceThatTookMinutesAtItsFirstMinuteWhereverThatStands() {
        ImportedOrders orders =
                invoices()
                        .at("2010-12-01 16:58:00")
                        .line("536591", "A", "1", "1")
                        .at("2010-12-01 16:57:00")
                        .line("536591", "B", "1", "1")
                        .at("2010-12-01 16:59:00")
                        .line("536591", "C", "1", "1")
                        .read();

        assertThat(orders.rejected()).isZero();
        assertThat(orders.events())
                .singleElement()
                .extracting(InputEvent::time)
                .isEqualTo(Instant.parse("2010-12-01T16:57:00Z"));
    }

    @Test
    void acceptsALineOfTheLastMinuteOfItsInvoicesDay() {
        ImportedOrders orders =
                invoices()
                        .at("2010-12-01 00:00:00")
                        .line("536365", "A", "1", "1")
                        .at("2010-12-01 23:59:59")
                        .line("536365", "B", "1", "1")
                        .read();

        assertThat(orders.rejected()).isZero();
    }

    @Test
    void rejectsALineDatedOnAnotherDayThanItsInvoice() {
        ImportedOrders orders =
                invoices()
                        .at("2010-12-01 23:59:59")
                        .line("536365", "A", "1", "1")
                        .at("2010-12-02 00:00:00")
                        .line("536365", "B", "1", "1")
                        .read();

        assertThat(orders.files().get(0).rejected())
                .containsExactly(
                        new RejectedLine(
                                3, "is dated 2010-12-02, but line 2 of 536365 2010-12-01"));
        assertThat(placed(orders).products()).containsExactly("A");
    }

    @Test
    void rejectsALineOfAnotherCustomerThanItsInvoices() {
        ImportedOrders orders =
                invoices()
                        .of("1")
                        .line("536365", "A", "1", "1")
                        .of("2")
                        .line("536365", "B", "1", "1")
                        .read();

        assertThat(orders.files().get(0).rejected())
                .containsExactly(
                        new RejectedLine(
                                3, "names customer-2, but line 2 of 536365 names customer-1"));
        assertThat(placed(orders).products()).containsExactly("A");
        assertThat(orders.customers()).isEqualTo(1);
    }

    @Test
    void believesTheFirstUsableLineAndNotAnUnusableOneBeforeIt() {
        ImportedOrders orders =
                invoices()
                        .of("1")
                        .line("536365", "A", "1", "0")
                        .of("2")
                        .line("536365", "B", "1", "1")
                        .read();

        assertThat(orders.events().get(0).subject()).contains("customer-2");
        assertThat(orders.rejected()).isEqualTo(1);
    }

    @Test
    void ordersEventsByTimeThenIdWhateverTheOrderOfTheFile() {
        ImportedOrders orders =
                invoices()
                        .at("2010-12-02 08:00:00")
                        .line("536401", "A", "1", "1")
                        .at("2010-12-01 08:00:00")
                        .line("C536399", "A", "-1", "1")
                        .line("536400", "A", "1", "1")
                        .line("536398", "A", "1", "1")
                        .read();

        assertThat(orders.events())
                .extracting(InputEvent::id)
                .containsExactly(
                        "536398-placed", "536400-placed", "C536399-returned", "536401-placed");
    }

    @Test
    void countsLinesCustomersAndRejectedOverAllFiles() {
        ImportedOrders orders =
                Invoices.read(
                        invoices()
                                .line("536365", "A", "1", "1")
                                .of("")
                                .line("536366", "A", "1", "1")
                                .text(),
                        invoices()
                                .line("536367", "A", "1", "1")
                                .of("12583.0")
                                .line("536368", "A", "1", "0")
                                .line("536369", "A", "1", "1")
                                .text());

        assertThat(orders.lines()).isEqualTo(5);
        assertThat(orders.rejected()).isEqualTo(2);
        assertThat(orders.customers()).isEqualTo(2);
        assertThat(orders.events()).hasSize(3);
        assertThat(orders.files())
                .containsExactly(
                        new ImportedFile(
                                "1.csv", 2, List.of(new RejectedLine(3, "CustomerID is missing"))),
                        new ImportedFile(
                                "2.csv",
                                3,
                                List.of(new RejectedLine(3, "UnitPrice 0 is not above 0"))));
    }

    @Test
    void doublesNothingWhenOneFileIsGivenTwice() {
        String file = invoices().line("536365", "A", "1", "1").line("536365", "A", "1", "1").text();

        ImportedOrders orders = Invoices.read(file, file);

        assertThat(orders.events()).isEqualTo(Invoices.read(file).events());
        assertThat(orders.files().get(1).rejected())
                .containsExactly(
                        new RejectedLine(2, "536365 stands in another file already: 1.csv, line 2"),
                        new RejectedLine(
                                3, "536365 stands in another file already: 1.csv, line 2"));
    }

    @Test
    void tellsTheSameWhateverTheOrderOfTheFiles() {
        String one = invoices().line("536365", "A", "1", "1").text();
        String other = invoices().at("2010-12-02 08:00").line("536366", "A", "1", "1").text();

        assertThat(Invoices.read(one, other).events())
                .isEqualTo(Invoices.read(other, one).events());
    }

    @Test
    void tellsNothingOfAFileWithoutLines() {
        ImportedOrders orders = invoices().read();

        assertThat(orders.events()).isEmpty();
        assertThat(orders.lines()).isZero();
        assertThat(orders.customers()).isZero();
    }

    private static OrderFact.Placed placed(ImportedOrders orders) {
        return (OrderFact.Placed) orders.events().get(0).fact();
    }
}
