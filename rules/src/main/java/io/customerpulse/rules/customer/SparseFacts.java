package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import io.customerpulse.rules.state.Deferred;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** The part of a customer's record that only sparse events and turns look at. */
final class SparseFacts {

    Optional<String> industry = Optional.empty();
    ContractTerms contract = new ContractTerms();
    ValueHistory contractValue = new ValueHistory();
    ValueHistory seats = new ValueHistory();
    Implementation implementation = new Implementation();
    Optional<DatedValue<BigDecimal>> training = Optional.empty();
    Support support = new Support();
    NpsAnswers nps = new NpsAnswers();
    Organization organization = new Organization();
    Engagement engagement = new Engagement();
    Achievements achievements = new Achievements();
    OpenCauses dataQualityIssues = new OpenCauses();
    OpenCauses failedIntegrations = new OpenCauses();
    OpenCauses downturns = new OpenCauses();
    Outages outages = new Outages();
    SeenEvents seen = new SeenEvents();
    LastAssessment lastAssessment = new LastAssessment();
    ToldConditions toldConditions = new ToldConditions();

    static Deferred<SparseFacts> deferred(SparseFacts facts) {
        return Deferred.of(facts, SparseFacts::read, SparseFacts::write);
    }

    static Deferred<SparseFacts> deferred(CompactInput in) throws IOException {
        return Deferred.read(in, SparseFacts::read, SparseFacts::write);
    }

    /** Nothing but what concerned every customer alike. */
    SparseFacts afterErasure() {
        SparseFacts left = new SparseFacts();
        left.downturns = downturns;
        left.outages = outages;
        left.outages.erase();
        return left;
    }

    private static void write(CompactOutput out, SparseFacts facts) throws IOException {
        out.writeOptional(facts.industry, CompactOutput::writeText);
        facts.contract.write(out);
        facts.contractValue.write(out);
        facts.seats.write(out);
        facts.implementation.write(out);
        out.writeOptional(
                facts.training,
                (o, percent) -> percent.write(o, (n, v) -> n.writeText(v.toPlainString())));
        facts.support.write(out);
        facts.nps.write(out);
        facts.organization.write(out);
        facts.engagement.write(out);
        facts.achievements.write(out);
        facts.dataQualityIssues.write(out);
        facts.failedIntegrations.write(out);
        facts.downturns.write(out);
        facts.outages.write(out);
        facts.seen.write(out);
        facts.lastAssessment.write(out);
        facts.toldConditions.write(out);
    }

    private static SparseFacts read(CompactInput in) throws IOException {
        SparseFacts facts = new SparseFacts();
        facts.industry = in.readOptional(CompactInput::readText);
        facts.contract = ContractTerms.read(in);
        facts.contractValue = ValueHistory.read(in);
        facts.seats = ValueHistory.read(in);
        facts.implementation = Implementation.read(in);
        facts.training =
                in.readOptional(i -> DatedValue.read(i, v -> new BigDecimal(v.readText())));
        facts.support = Support.read(in);
        facts.nps = NpsAnswers.read(in);
        facts.organization = Organization.read(in);
        facts.engagement = Engagement.read(in);
        facts.achievements = Achievements.read(in);
        facts.dataQualityIssues = OpenCauses.read(in);
        facts.failedIntegrations = OpenCauses.read(in);
        facts.downturns = OpenCauses.read(in);
        facts.outages = Outages.read(in);
        facts.seen = SeenEvents.read(in);
        facts.lastAssessment = LastAssessment.read(in);
        facts.toldConditions = ToldConditions.read(in);
        return facts;
    }
}
