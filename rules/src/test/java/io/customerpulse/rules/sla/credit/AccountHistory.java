package io.customerpulse.rules.sla.credit;

import io.customerpulse.events.result.SlaResult;
import io.customerpulse.rules.sla.ReportingCalendar;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.Verdicts;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import io.customerpulse.rules.story.ShippedPolicies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What comes of a history of verdicts, moved from instant to instant as a function does it. After
 * each instant the account goes through its byte form. Repeated misses are found by a plain
 * definition in place of the pattern, unless that is off.
 */
final class AccountHistory {

    private static final SlaPolicy POLICY = ShippedPolicies.read().sla();

    static final ReportingCalendar CALENDAR = new ReportingCalendar(ZoneId.of("America/New_York"));

    private final CreditLedger ledger = new CreditLedger(POLICY, "1");
    private final boolean patterns;
    private CreditAccount account = new CreditAccount();
    private final Map<String, Set<MissId>> missesOfPeriods = new TreeMap<>();
    private final List<SlaResult.Credited> credits = new ArrayList<>();
    private final List<SlaSignal.RepeatedMisses> repeated = new ArrayList<>();

    private AccountHistory(boolean patterns) {
        this.patterns = patterns;
    }

    static AccountHistory of(SlaSignal... signals) {
        return of(List.of(signals));
    }

    static AccountHistory of(List<SlaSignal> signals) {
        return new AccountHistory(true).moved(signals);
    }

    static AccountHistory withoutPatterns(SlaSignal... signals) {
        return new AccountHistory(false).moved(List.of(signals));
    }

    private AccountHistory moved(List<SlaSignal> signals) {
        TreeMap<Instant, List<SlaSignal>> instants = new TreeMap<>();
        signals.forEach(s -> instants.computeIfAbsent(s.time(), at -> new ArrayList<>()).add(s));
        for (Map.Entry<Instant, List<SlaSignal>> instant : instants.entrySet()) {
            until(instant.getKey());
            List<SlaSignal> together = new ArrayList<>(instant.getValue());
            if (patterns) {
                together.addAll(found(instant.getValue()));
            }
            advance(instant.getKey(), together);
        }
        return this;
    }

    /** Lets time pass up to just before an instant. */
    private void until(Instant instant) {
        for (Optional<Instant> turn = ledger.nextTurn(account);
                turn.filter(at -> at.isBefore(instant)).isPresent();
                turn = ledger.nextTurn(account)) {
            advance(turn.get(), List.of());
        }
    }

    /** Lets time pass up to an instant. */
    AccountHistory later(Instant instant) {
        until(instant.plusMillis(1));
        return this;
    }

    private void advance(Instant at, List<SlaSignal> signals) {
        CreditLedger.Step step = ledger.advance(account, Verdicts.CUSTOMER, at, signals);
        credits.addAll(step.credits());
        repeated.addAll(step.repeated());
        if (ledger.nextTurn(account).filter(turn -> !turn.isAfter(at)).isPresent()) {
            throw new AssertionError("does not get beyond " + at);
        }
        account = throughBytes(account);
    }

    private List<SlaSignal> found(List<SlaSignal> signals) {
        List<SlaSignal> found = new ArrayList<>();
        for (SlaSignal signal : signals) {
            if (signal instanceof SlaSignal.Verdict verdict) {
                ContractBreach.of(verdict)
                        .ifPresent(
                                breach -> {
                                    YearMonth month = CALENDAR.monthOf(breach.at());
                                    found.addAll(found(verdict, breach, month.toString(), 2));
                                    found.addAll(
                                            found(
                                                    verdict,
                                                    breach,
                                                    ReportingCalendar.quarterOf(month),
                                                    3));
                                });
            }
        }
        return found;
    }

    private List<SlaSignal> found(
            SlaSignal.Verdict verdict, ContractBreach breach, String period, int enough) {
        Set<MissId> misses = missesOfPeriods.computeIfAbsent(period, p -> new HashSet<>());
        misses.add(breach.miss());
        return misses.size() < enough
                ? List.of()
                : List.of(
                        new SlaSignal.RepeatedMisses(
                                verdict.customer(), verdict.time(), period, enough));
    }

    static CreditAccount throughBytes(CreditAccount account) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            account.write(new CompactOutput(new DataOutputStream(bytes)));
            return CreditAccount.read(
                    new CompactInput(
                            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** How credits moved, as {@code ACCRUED MISSED T-1 FIRST_RESPONSE 2026-01 5 (+5)}. */
    List<String> said() {
        return credits.stream().map(AccountHistory::inWords).toList();
    }

    private static String inWords(SlaResult.Credited credited) {
        String added = credited.added().signum() < 0 ? "" : "+";
        return "%s %s %s %s %s %s (%s%s)"
                .formatted(
                        credited.state(),
                        credited.reason(),
                        credited.ticketId(),
                        credited.target(),
                        credited.month(),
                        credited.percent().toPlainString(),
                        added,
                        credited.added().toPlainString());
    }

    List<SlaResult.Credited> credits() {
        return credits;
    }

    /** The periods told to have repeated misses. */
    List<String> repeated() {
        return repeated.stream().map(SlaSignal.RepeatedMisses::period).toList();
    }

    BigDecimal percent(String month) {
        return ledger.percent(account, YearMonth.parse(month));
    }

    boolean isEmpty() {
        return account.isEmpty();
    }
}
