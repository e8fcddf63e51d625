package io.customerpulse.rules.sla.credit;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The misses of one customer, with what was credited for them. A miss is kept some time beyond its
 * month, since it may still turn out not to count.
 */
public final class CreditAccount {

    /**
     * A miss.
     *
     * @param breaches what makes it, never empty, the one that dates it first
     * @param credited for what it was credited, once it was
     * @param twice when twice the target was used up, if it was
     */
    record Miss(
            List<ContractBreach> breaches, Optional<Credited> credited, Optional<Instant> twice) {

        Miss {
            breaches = breaches.stream().sorted(ContractBreach.EARLIER_FIRST).toList();
        }

        Miss with(ContractBreach breach) {
            if (breaches.stream().anyMatch(known -> known.id().equals(breach.id()))) {
                return this;
            }
            List<ContractBreach> more = new ArrayList<>(breaches);
            more.add(breach);
            return new Miss(more, credited, twice);
        }

        Miss without(Set<String> breachIds) {
            return new Miss(
                    breaches.stream().filter(known -> !breachIds.contains(known.id())).toList(),
                    credited,
                    twice);
        }

        Miss credited(Optional<Credited> now) {
            return new Miss(breaches, now, twice);
        }

        Miss twice(Instant at) {
            return new Miss(breaches, credited, twice.or(() -> Optional.of(at)));
        }

        /** The breach that dates the miss, if any still stands. */
        Optional<ContractBreach> standing() {
            return breaches.stream().findFirst();
        }
    }

    /**
     * A credit for a miss.
     *
     * @param breach the breach that dated it
     * @param month the month it belongs to
     * @param issued whether it was issued
     */
    record Credited(ContractBreach breach, YearMonth month, boolean issued) {}

    private boolean terminated;
    private final Map<MissId, Miss> misses = new TreeMap<>();
    private final Set<String> found = new TreeSet<>();
    private final Set<String> told = new TreeSet<>();

    /** Whether the contract ended and none followed. */
    boolean terminated() {
        return terminated;
    }

    void terminated(boolean ended) {
        terminated = ended;
    }

    Map<MissId, Miss> misses() {
        return misses;
    }

    /** The months and quarters in which a pattern found repeated misses. */
    Set<String> found() {
        return found;
    }

    /** Those of them that were told to whoever comes next. */
    Set<String> told() {
        return told;
    }

    /** Whether there is nothing to keep; without misses it does not matter how the contract is. */
    public boolean isEmpty() {
        return misses.isEmpty();
    }

    /** Writes the account; {@link #read} reads it. */
    public void write(CompactOutput out) throws IOException {
        out.writeBoolean(terminated);
        out.writeAll(
                misses.values(),
                (o, miss) -> {
                    o.writeAll(miss.breaches(), (b, breach) -> breach.write(b));
                    o.writeOptional(miss.credited(), CreditAccount::writeCredited);
                    o.writeOptional(miss.twice(), CompactOutput::writeInstant);
                });
        out.writeAll(found, CompactOutput::writeText);
        out.writeAll(told, CompactOutput::writeText);
    }

    private static void writeCredited(CompactOutput out, Credited credited) throws IOException {
        credited.breach().write(out);
        out.writeText(credited.month().toString());
        out.writeBoolean(credited.issued());
    }

    /** Reads what {@link #write} wrote. */
    public static CreditAccount read(CompactInput in) throws IOException {
        CreditAccount account = new CreditAccount();
        account.terminated = in.readBoolean();
        for (int i = in.readSize(); i > 0; i--) {
            Miss miss =
                    new Miss(
                            in.readAll(ContractBreach::read),
                            in.readOptional(CreditAccount::readCredited),
                            in.readOptional(CompactInput::readInstant));
            MissId id =
                    miss.standing()
                            .or(() -> miss.credited().map(Credited::breach))
                            .map(ContractBreach::miss)
                            .orElseThrow(() -> new IOException("a miss of nothing in the state"));
            account.misses.put(id, miss);
        }
        account.found.addAll(in.readAll(CompactInput::readText));
        account.told.addAll(in.readAll(CompactInput::readText));
        return account;
    }

    private static Credited readCredited(CompactInput in) throws IOException {
        return new Credited(
                ContractBreach.read(in), YearMonth.parse(in.readText()), in.readBoolean());
    }
}
