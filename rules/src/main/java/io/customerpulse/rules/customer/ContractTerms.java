package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The terms of a customer's contract. The last event in order wins a field, whichever type wrote it
 * ({@code docs/rules.md}, contracts).
 */
public final class ContractTerms {

    private Optional<DatedValue<Instant>> start = Optional.empty();
    private Optional<DatedValue<Instant>> end = Optional.empty();
    private Optional<DatedValue<Instant>> signed = Optional.empty();
    private Optional<Occurrence> disputed = Optional.empty();
    private Optional<Occurrence> priceIncreased = Optional.empty();

    /** When the running term began, and the event that says so. */
    public Optional<DatedValue<Instant>> start() {
        return start;
    }

    /** When the contract ends, and the event that says so. */
    public Optional<DatedValue<Instant>> end() {
        return end;
    }

    /** Since when there is a contract at all: a renewal does not begin it anew. */
    public Optional<DatedValue<Instant>> signed() {
        return signed;
    }

    /** The dispute or negotiation that is open, since its first event. */
    public Optional<Occurrence> disputed() {
        return disputed;
    }

    /** The last large price increase of this term. */
    public Optional<Occurrence> priceIncreased() {
        return priceIncreased;
    }

    /** Whether the term lasts this many calendar months (UTC) or longer. */
    public boolean lastsMonths(int months) {
        return start.isPresent()
                && end.isPresent()
                && !end.get()
                        .value()
                        .atZone(ZoneOffset.UTC)
                        .isBefore(start.get().value().atZone(ZoneOffset.UTC).plusMonths(months));
    }

    void apply(CustomerFact.Updated patch, Occurrence event) {
        start = Patched.of(start, patch.contractStart(), date -> new DatedValue<>(date, event));
        signed = Patched.of(signed, patch.contractStart(), date -> new DatedValue<>(date, event));
        end = Patched.of(end, patch.contractEnd(), date -> new DatedValue<>(date, event));
    }

    void apply(ContractFact fact, Occurrence event, BigDecimal largeIncrease) {
        if (fact instanceof ContractFact.Signed contract) {
            Instant begins = contract.start().orElse(event.time());
            signed = Optional.of(new DatedValue<>(begins, event));
            begin(begins, contract.end(), event);
        } else if (fact instanceof ContractFact.Renewed contract) {
            Instant previousEnd = end.map(DatedValue::value).orElse(event.time());
            begin(contract.start().orElse(previousEnd), contract.end(), event);
            // Of a contract known from its renewal only, the running term is all that is known.
            signed = signed.or(() -> start);
        } else if (fact instanceof ContractFact.Disputed
                || fact instanceof ContractFact.NegotiationStarted) {
            disputed = disputed.or(() -> Optional.of(event));
        } else if (fact instanceof ContractFact.Settled) {
            disputed = Optional.empty();
        } else if (fact instanceof ContractFact.PriceChanged price
                && price.changePercent().compareTo(largeIncrease) > 0) {
            priceIncreased = Optional.of(event);
        }
    }

    private void begin(Instant begins, Instant ends, Occurrence event) {
        start = Optional.of(new DatedValue<>(begins, event));
        end = Optional.of(new DatedValue<>(ends, event));
        disputed = Optional.empty();
        priceIncreased = Optional.empty();
    }

    void write(CompactOutput out) throws IOException {
        writeDate(out, start);
        writeDate(out, end);
        writeDate(out, signed);
        out.writeOptional(disputed, (o, event) -> event.write(o));
        out.writeOptional(priceIncreased, (o, event) -> event.write(o));
    }

    private static void writeDate(CompactOutput out, Optional<DatedValue<Instant>> date)
            throws IOException {
        out.writeOptional(date, (o, value) -> value.write(o, CompactOutput::writeInstant));
    }

    static ContractTerms read(CompactInput in) throws IOException {
        ContractTerms terms = new ContractTerms();
        terms.start = readDate(in);
        terms.end = readDate(in);
        terms.signed = readDate(in);
        terms.disputed = in.readOptional(Occurrence::read);
        terms.priceIncreased = in.readOptional(Occurrence::read);
        return terms;
    }

    private static Optional<DatedValue<Instant>> readDate(CompactInput in) throws IOException {
        return in.readOptional(i -> DatedValue.read(i, CompactInput::readInstant));
    }
}
