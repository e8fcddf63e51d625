package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
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
    private Optional<String> industry = Optional.empty();
    private ContractTerms contract = new ContractTerms();
    private ValueHistory contractValue = new ValueHistory();
    private ValueHistory seats = new ValueHistory();
    private Implementation implementation = new Implementation();
    private Optional<DatedValue<BigDecimal>> training = Optional.empty();
    private Support support = new Support();
    private NpsAnswers nps = new NpsAnswers();
    private Organization organization = new Organization();
    private Engagement engagement = new Engagement();
    private Achievements achievements = new Achievements();
    private OpenCauses dataQualityIssues = new OpenCauses();
    private OpenCauses failedIntegrations = new OpenCauses();
    private OpenCauses downturns = new OpenCauses();
    private Outages outages = new Outages();
    private UsageDays usage = new UsageDays();
    private SeenEvents seen = new SeenEvents();
    private LastAssessment lastAssessment = new LastAssessment();
    private Optional<Instant> nextTurn = Optional.empty();
    private Optional<Instant> erasureAwaited = Optional.empty();

    /** When the customer began and ended. */
    public Life life() {
        return life;
    }

    /** The customer's industry. */
    public Optional<String> industry() {
        return industry;
    }

    /** The terms of the contract. */
    public ContractTerms contract() {
        return contract;
    }

    /** The annual contract value, in the customer's currency. */
    public ValueHistory contractValue() {
        return contractValue;
    }

    /** The seats the customer pays for. */
    public ValueHistory seats() {
        return seats;
    }

    /** The way to go-live. */
    public Implementation implementation() {
        return implementation;
    }

    /** How much of the training is done, in percent. */
    public Optional<DatedValue<BigDecimal>> training() {
        return training;
    }

    /** Tickets, and what the customer says of them. */
    public Support support() {
        return support;
    }

    /** NPS answers lately. */
    public NpsAnswers nps() {
        return nps;
    }

    /** The customer's people and organization. */
    public Organization organization() {
        return organization;
    }

    /** What the customer says and does with us. */
    public Engagement engagement() {
        return engagement;
    }

    /** Milestones, goals and return on investment. */
    public Achievements achievements() {
        return achievements;
    }

    /** Data-quality issues that are open, by issue. */
    public OpenCauses dataQualityIssues() {
        return dataQualityIssues;
    }

    /** Integrations that do not work, by integration. */
    public OpenCauses failedIntegrations() {
        return failedIntegrations;
    }

    /** Downturns that last, by industry, of all industries. */
    public OpenCauses downturns() {
        return downturns;
    }

    /** Incidents and the maintenance that excuses them. */
    public Outages outages() {
        return outages;
    }

    /** Usage by day. */
    public UsageDays usage() {
        return usage;
    }

    /** The sparse events applied lately. */
    public SeenEvents seen() {
        return seen;
    }

    /** What the last assessment found. */
    public LastAssessment lastAssessment() {
        return lastAssessment;
    }

    /** The next instant at which anything changes by the passing of time alone. */
    public Optional<Instant> nextTurn() {
        return nextTurn;
    }

    void life(Life changed) {
        life = changed;
    }

    void industry(Optional<String> changed) {
        industry = changed;
    }

    void training(DatedValue<BigDecimal> percent) {
        training = Optional.of(percent);
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
        industry = Optional.empty();
        contract = new ContractTerms();
        contractValue = new ValueHistory();
        seats = new ValueHistory();
        implementation = new Implementation();
        training = Optional.empty();
        support = new Support();
        nps = new NpsAnswers();
        organization = new Organization();
        engagement = new Engagement();
        achievements = new Achievements();
        dataQualityIssues = new OpenCauses();
        failedIntegrations = new OpenCauses();
        outages.erase();
        usage = new UsageDays();
        seen = new SeenEvents();
        lastAssessment = new LastAssessment();
        nextTurn = Optional.empty();
        erasureAwaited = Optional.empty();
    }

    /** Writes the record in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        life.write(out);
        out.writeOptional(industry, CompactOutput::writeText);
        contract.write(out);
        contractValue.write(out);
        seats.write(out);
        implementation.write(out);
        out.writeOptional(
                training,
                (o, percent) -> percent.write(o, (n, v) -> n.writeText(v.toPlainString())));
        support.write(out);
        nps.write(out);
        organization.write(out);
        engagement.write(out);
        achievements.write(out);
        dataQualityIssues.write(out);
        failedIntegrations.write(out);
        downturns.write(out);
        outages.write(out);
        usage.write(out);
        seen.write(out);
        lastAssessment.write(out);
        out.writeOptional(nextTurn, CompactOutput::writeInstant);
        out.writeOptional(erasureAwaited, CompactOutput::writeInstant);
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
        CustomerRecord record = new CustomerRecord();
        record.life = Life.read(in);
        record.industry = in.readOptional(CompactInput::readText);
        record.contract = ContractTerms.read(in);
        record.contractValue = ValueHistory.read(in);
        record.seats = ValueHistory.read(in);
        record.implementation = Implementation.read(in);
        record.training =
                in.readOptional(i -> DatedValue.read(i, v -> new BigDecimal(v.readText())));
        record.support = Support.read(in);
        record.nps = NpsAnswers.read(in);
        record.organization = Organization.read(in);
        record.engagement = Engagement.read(in);
        record.achievements = Achievements.read(in);
        record.dataQualityIssues = OpenCauses.read(in);
        record.failedIntegrations = OpenCauses.read(in);
        record.downturns = OpenCauses.read(in);
        record.outages = Outages.read(in);
        record.usage = UsageDays.read(in);
        record.seen = SeenEvents.read(in);
        record.lastAssessment = LastAssessment.read(in);
        record.nextTurn = in.readOptional(CompactInput::readInstant);
        record.erasureAwaited = in.readOptional(CompactInput::readInstant);
        return record;
    }
}
