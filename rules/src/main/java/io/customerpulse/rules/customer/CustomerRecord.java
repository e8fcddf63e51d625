package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import io.customerpulse.rules.state.Deferred;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything kept about one customer, in one value: what it is, the facts that still count, and
 * what was last said of it. Events enter it through {@link CustomerFacts}; each part knows its own
 * limits, so that a record does not grow with a customer's history.
 */
public final class CustomerRecord {

    /** The version {@link #write} writes; {@link #read} reads it and every earlier one. */
    public static final int FORMAT = 1;

    private Life life = Life.UNSEEN;
    private UsageDays usage;

    /** What telemetry does not touch stays encoded while nothing else happens. */
    private Deferred<SparseFacts> sparse;

    private Optional<Instant> nextTurn = Optional.empty();
    private Optional<Instant> erasureAwaited = Optional.empty();

    /** A customer of whom nothing is known. */
    public CustomerRecord() {
        this(new UsageDays(), SparseFacts.deferred(new SparseFacts()));
    }

    private CustomerRecord(UsageDays usage, Deferred<SparseFacts> sparse) {
        this.usage = usage;
        this.sparse = sparse;
    }

    /** When the customer began and ended. */
    public Life life() {
        return life;
    }

    /** The customer's industry. */
    public Optional<String> industry() {
        return sparse.get().industry;
    }

    /** The terms of the contract. */
    public ContractTerms contract() {
        return sparse.get().contract;
    }

    /** The annual contract value, in the customer's currency. */
    public ValueHistory contractValue() {
        return sparse.get().contractValue;
    }

    /** The seats the customer pays for. */
    public ValueHistory seats() {
        return sparse.get().seats;
    }

    /** The way to go-live. */
    public Implementation implementation() {
        return sparse.get().implementation;
    }

    /** How much of the training is done, in percent. */
    public Optional<DatedValue<BigDecimal>> training() {
        return sparse.get().training;
    }

    /** Tickets, and what the customer says of them. */
    public Support support() {
        return sparse.get().support;
    }

    /** NPS answers lately. */
    public NpsAnswers nps() {
        return sparse.get().nps;
    }

    /** The customer's people and organization. */
    public Organization organization() {
        return sparse.get().organization;
    }

    /** What the customer says and does with us. */
    public Engagement engagement() {
        return sparse.get().engagement;
    }

    /** Milestones, goals and return on investment. */
    public Achievements achievements() {
        return sparse.get().achievements;
    }

    /** Data-quality issues that are open, by issue. */
    public OpenCauses dataQualityIssues() {
        return sparse.get().dataQualityIssues;
    }

    /** Integrations that do not work, by integration. */
    public OpenCauses failedIntegrations() {
        return sparse.get().failedIntegrations;
    }

    /** Downturns that last, by industry, of all industries. */
    public OpenCauses downturns() {
        return sparse.get().downturns;
    }

    /** Incidents and the maintenance that excuses them. */
    public Outages outages() {
        return sparse.get().outages;
    }

    /** Usage by day. */
    public UsageDays usage() {
        return usage;
    }

    /** The sparse events applied lately. */
    public SeenEvents seen() {
        return sparse.get().seen;
    }

    /** What the last assessment found. */
    public LastAssessment lastAssessment() {
        return sparse.get().lastAssessment;
    }

    /** What was last signalled of the conditions behind flags. */
    public ToldConditions toldConditions() {
        return sparse.get().toldConditions;
    }

    /** The next instant at which anything changes by the passing of time alone. */
    public Optional<Instant> nextTurn() {
        return nextTurn;
    }

    void life(Life changed) {
        life = changed;
    }

    void industry(Optional<String> changed) {
        sparse.get().industry = changed;
    }

    void training(DatedValue<BigDecimal> percent) {
        sparse.get().training = Optional.of(percent);
    }

    /** Plans the next turn anew. */
    public void nextTurn(Optional<Instant> turn) {
        nextTurn = turn;
    }

    /** Moves the next turn to this instant unless an earlier one is planned. */
    void turnBy(Instant turn) {
        if (nextTurn.filter(planned -> !planned.isAfter(turn)).isEmpty()) {
            nextTurn = Optional.of(turn);
        }
    }

    /**
     * The next erasure that has arrived but not yet taken effect: telemetry stamped later belongs
     * to the customer's next life and must not enter the record before it.
     */
    public Optional<Instant> erasureAwaited() {
        return erasureAwaited;
    }

    /** Notes the next erasure that waits for its instant. */
    public void erasureAwaited(Optional<Instant> at) {
        erasureAwaited = at;
    }

    /** Forgets everything but the marker and what concerned every customer alike. */
    public void erase(Instant at) {
        life = life.erased(at);
        sparse = SparseFacts.deferred(sparse.get().afterErasure());
        usage = new UsageDays();
        nextTurn = Optional.empty();
        erasureAwaited = Optional.empty();
    }

    /** Writes the record in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        life.write(out);
        out.writeOptional(nextTurn, CompactOutput::writeInstant);
        out.writeOptional(erasureAwaited, CompactOutput::writeInstant);
        usage.write(out);
        sparse.write(out);
    }

    /**
     * Reads a record.
     *
     * @throws IOException if the bytes are not a record of this or an earlier format
     */
    public static CustomerRecord read(DataInput source) throws IOException {
        CompactInput in = new CompactInput(source);
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException(
                    "customer record of format "
                            + format
                            + ", but this version reads up to format "
                            + FORMAT
                            + ": restore with the version that wrote it, or a newer one");
        }
        Life life = Life.read(in);
        Optional<Instant> nextTurn = in.readOptional(CompactInput::readInstant);
        Optional<Instant> erasureAwaited = in.readOptional(CompactInput::readInstant);
        CustomerRecord record = new CustomerRecord(UsageDays.read(in), SparseFacts.deferred(in));
        record.life = life;
        record.nextTurn = nextTurn;
        record.erasureAwaited = erasureAwaited;
        return record;
    }
}
