package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.customer.SeenEvents;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the clocks of a customer have in common: its tier and contract through time, what stops all
 * of them, and when which ticket is to be looked at. The tickets themselves are kept apart, so that
 * an event costs one ticket and not all.
 */
public final class SlaAccount {

    /** The version {@link #write} writes; {@link #read} reads it and every earlier one. */
    public static final int FORMAT = 1;

    /** After so many further entries it is worth looking for what nobody needs any more. */
    private static final int WORTH_FORGETTING = 16;

    private Optional<Instant> erasedAt = Optional.empty();
    private SeenEvents seen = new SeenEvents();
    private History<Tier> tiers = new History<>();
    private History<Boolean> terminations = new History<>();
    private History<Boolean> goLives = new History<>();
    private ServiceStops stops = new ServiceStops();
    private Optional<Tier> toldTier = Optional.empty();
    private boolean toldTerminated;
    private final TreeMap<Instant, TreeSet<String>> turns = new TreeMap<>();

    /** When the next ticket is to be looked at. */
    public Optional<Instant> nextTurn() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.firstKey());
    }

    SeenEvents seen() {
        return seen;
    }

    /** The tiers of known contract values. */
    History<Tier> tiers() {
        return tiers;
    }

    /** True where the contract ended, false where one began. */
    History<Boolean> terminations() {
        return terminations;
    }

    /** Each time the customer went live. */
    History<Boolean> goLives() {
        return goLives;
    }

    ServiceStops stops() {
        return stops;
    }

    /** The tier at an instant; that of an unknown contract value is the lowest. */
    Tier tierAt(Instant at) {
        return tiers.at(at).orElse(Tier.STARTER);
    }

    boolean terminatedAt(Instant at) {
        return terminations.at(at).orElse(false);
    }

    Optional<Tier> toldTier() {
        return toldTier;
    }

    boolean toldTerminated() {
        return toldTerminated;
    }

    void told(Optional<Tier> tier, boolean terminated) {
        toldTier = tier;
        toldTerminated = terminated;
    }

    /** Whether an event stamped then comes from before the erasure. */
    boolean erasedBefore(Instant time) {
        return erasedAt.filter(erased -> !time.isAfter(erased)).isPresent();
    }

    /** Forgets everything but the marker and what concerned every customer alike. */
    void erase(Instant at) {
        erasedAt = Optional.of(at);
        seen = new SeenEvents();
        tiers = new History<>();
        terminations = new History<>();
        goLives = new History<>();
        toldTier = Optional.empty();
        toldTerminated = false;
        turns.clear();
        stops.erase();
    }

    /** Moves a ticket's turn. */
    void plan(String ticketId, Optional<Instant> before, Optional<Instant> turn) {
        if (before.equals(turn)) {
            return;
        }
        before.ifPresent(at -> forget(ticketId, at));
        turn.ifPresent(at -> turns.computeIfAbsent(at, t -> new TreeSet<>()).add(ticketId));
    }

    private void forget(String ticketId, Instant at) {
        TreeSet<String> tickets = turns.get(at);
        if (tickets != null && tickets.remove(ticketId) && tickets.isEmpty()) {
            turns.remove(at);
        }
    }

    /** The tickets whose turn has come. */
    TreeSet<String> dueBy(Instant at) {
        TreeSet<String> due = new TreeSet<>();
        turns.headMap(at, true).values().forEach(due::addAll);
        return due;
    }

    /** Whether so much has gathered that what no ticket needs should be forgotten. */
    boolean worthForgetting() {
        int size = tiers.size() + terminations.size() + goLives.size() + stops.size();
        return size > 0 && size % WORTH_FORGETTING == 0;
    }

    /** Forgets what no ticket opened at or after an instant needs. */
    void forgetBefore(Instant oldest) {
        tiers.forgetBefore(oldest);
        terminations.forgetBefore(oldest);
        goLives.forgetBefore(oldest);
        stops.forgetBefore(oldest);
    }

    /** Writes the account in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        out.writeOptional(erasedAt, CompactOutput::writeInstant);
        seen.write(out);
        tiers.write(out, (o, tier) -> o.writeText(tier.name()));
        terminations.write(out, CompactOutput::writeBoolean);
        goLives.write(out, CompactOutput::writeBoolean);
        stops.write(out);
        out.writeOptional(toldTier, (o, tier) -> o.writeText(tier.name()));
        out.writeBoolean(toldTerminated);
        out.writeCount(turns.size());
        for (Map.Entry<Instant, TreeSet<String>> turn : turns.entrySet()) {
            out.writeInstant(turn.getKey());
            out.writeAll(turn.getValue(), CompactOutput::writeText);
        }
    }

    /**
     * Reads an account.
     *
     * @throws IOException if the bytes are not of this or an earlier format
     */
    public static SlaAccount read(DataInput source) throws IOException {
        CompactInput in = new CompactInput(source);
        StateFormats.check("service-level account", in.readByte(), FORMAT);
        SlaAccount account = new SlaAccount();
        account.erasedAt = in.readOptional(CompactInput::readInstant);
        account.seen = SeenEvents.read(in);
        account.tiers = History.read(in, i -> Tier.valueOf(i.readText()));
        account.terminations = History.read(in, CompactInput::readBoolean);
        account.goLives = History.read(in, CompactInput::readBoolean);
        account.stops = ServiceStops.read(in);
        account.toldTier = in.readOptional(i -> Tier.valueOf(i.readText()));
        account.toldTerminated = in.readBoolean();
        for (int i = in.readSize(); i > 0; i--) {
            Instant turn = in.readInstant();
            account.turns.put(turn, new TreeSet<>(in.readAll(CompactInput::readText)));
        }
        return account;
    }
}
