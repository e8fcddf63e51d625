package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The current facts of a customer's contract and seats. The last event in order wins a field,
 * whichever type wrote it ({@code docs/rules.md}, contracts).
 */
public final class Account {

    private Optional<DatedValue<Instant>> contractEnd = Optional.empty();
    private Optional<Integer> licensedUsers = Optional.empty();
    private Optional<Instant> goLive = Optional.empty();

    /** When the running contract ends, and the event that says so. */
    public Optional<DatedValue<Instant>> contractEnd() {
        return contractEnd;
    }

    /** Seats the customer pays for. */
    public Optional<Integer> licensedUsers() {
        return licensedUsers;
    }

    /** When the customer went, or will go, live. */
    public Optional<Instant> goLive() {
        return goLive;
    }

    void apply(CustomerFact.Updated patch, Occurrence event) {
        contractEnd =
                patched(contractEnd, patch.contractEnd(), end -> new DatedValue<>(end, event));
        licensedUsers = patched(licensedUsers, patch.licensedUsers(), seats -> seats);
        goLive = patched(goLive, patch.goLiveDate(), date -> date);
    }

    void apply(ContractFact fact, Occurrence event) {
        if (fact instanceof ContractFact.Signed signed) {
            contractEnd = Optional.of(new DatedValue<>(signed.end(), event));
        } else if (fact instanceof ContractFact.Renewed renewed) {
            contractEnd = Optional.of(new DatedValue<>(renewed.end(), event));
        } else if (fact instanceof ContractFact.SeatsChanged seats) {
            licensedUsers = Optional.of(seats.licensedUsers());
        }
    }

    /** Going live sets the date unless the customer is live already. */
    void wentLive(Instant at) {
        if (goLive.filter(date -> !date.isAfter(at)).isEmpty()) {
            goLive = Optional.of(at);
        }
    }

    private static <T, S> Optional<S> patched(
            Optional<S> current, Change<T> change, Function<T, S> stored) {
        if (change instanceof Change.Set<T> set) {
            return Optional.of(stored.apply(set.value()));
        }
        return change instanceof Change.Cleared<T> ? Optional.empty() : current;
    }

    void write(CompactOutput out) throws IOException {
        out.writeOptional(contractEnd, (o, end) -> end.write(o, CompactOutput::writeInstant));
        out.writeOptional(licensedUsers, (o, seats) -> o.writeCount(seats));
        out.writeOptional(goLive, CompactOutput::writeInstant);
    }

    static Account read(CompactInput in) throws IOException {
        Account account = new Account();
        account.contractEnd = in.readOptional(i -> DatedValue.read(i, CompactInput::readInstant));
        account.licensedUsers = in.readOptional(CompactInput::readSize);
        account.goLive = in.readOptional(CompactInput::readInstant);
        return account;
    }
}
