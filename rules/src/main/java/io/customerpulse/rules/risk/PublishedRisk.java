package io.customerpulse.rules.risk;

import io.customerpulse.events.result.Contribution;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was last published of a customer's risk: the state behind {@code risk-scores} and {@code
 * risk-changes}.
 */
public final class PublishedRisk {

    /** The version {@link #write} writes; {@link #read} reads it and every earlier one. */
    public static final int FORMAT = 1;

    private int life;
    private boolean churned;
    private OptionalInt points = OptionalInt.empty();
    private Map<String, Integer> contributions = Map.of();
    private Optional<Signal.RiskAssessed> assessed = Optional.empty();
    private List<Contribution> flagged = List.of();
    private AnnouncedBand band = new AnnouncedBand();

    /** The life of the customer the last score belongs to; 0 before the first. */
    int life() {
        return life;
    }

    /** Whether the last score said that the customer has churned. */
    boolean churned() {
        return churned;
    }

    /** The points of the last score; empty before the first. */
    OptionalInt points() {
        return points;
    }

    /** The points of each factor in the last score, in the order of the score. */
    Map<String, Integer> contributions() {
        return contributions;
    }

    /** The last assessment of the factors that the record decides. */
    Optional<Signal.RiskAssessed> assessed() {
        return assessed;
    }

    void assessed(Signal.RiskAssessed last) {
        assessed = Optional.of(last);
    }

    /** The factors that flags decide and that are present. */
    List<Contribution> flagged() {
        return flagged;
    }

    void flagged(List<Contribution> present) {
        flagged = List.copyOf(present);
    }

    /** The band that is announced. */
    AnnouncedBand band() {
        return band;
    }

    void published(int newLife, boolean newChurned, int sum, Map<String, Integer> factors) {
        life = newLife;
        churned = newChurned;
        points = OptionalInt.of(sum);
        contributions = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    }

    /** Writes the state in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        out.writeCount(life);
        out.writeBoolean(churned);
        out.writeBoolean(points.isPresent());
        if (points.isPresent()) {
            out.writeNumber(points.getAsInt());
        }
        out.writeCount(contributions.size());
        for (Map.Entry<String, Integer> entry : contributions.entrySet()) {
            out.writeText(entry.getKey());
            out.writeNumber(entry.getValue());
        }
        band.write(out);
        out.writeOptional(assessed, PublishedRisk::writeAssessed);
        out.writeAll(flagged, ContributionFormat::write);
    }

    private static void writeAssessed(CompactOutput out, Signal.RiskAssessed assessed)
            throws IOException {
        out.writeText(assessed.customer());
        out.writeInstant(assessed.time());
        AssessmentFormat.write(out, assessed);
    }

    private static Signal.RiskAssessed readAssessed(CompactInput in) throws IOException {
        return AssessmentFormat.read(in, in.readText(), in.readInstant());
    }

    /**
     * Reads the state.
     *
     * @throws IOException if the bytes are not of this or an earlier format
     */
    public static PublishedRisk read(DataInput source) throws IOException {
        CompactInput in = new CompactInput(source);
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException(
                    "published risk of format "
                            + format
                            + ", but this version reads up to format "
                            + FORMAT
                            + ": restore with the version that wrote it, or a newer one");
        }
        PublishedRisk risk = new PublishedRisk();
        risk.life = in.readSize();
        risk.churned = in.readBoolean();
        if (in.readBoolean()) {
            risk.points = OptionalInt.of((int) in.readNumber());
        }
        Map<String, Integer> contributions = new LinkedHashMap<>();
        for (int i = in.readSize(); i > 0; i--) {
            contributions.put(in.readText(), (int) in.readNumber());
        }
        risk.contributions = Collections.unmodifiableMap(contributions);
        risk.band = AnnouncedBand.read(in);
        risk.assessed = in.readOptional(PublishedRisk::readAssessed);
        risk.flagged = in.readAll(ContributionFormat::read);
        return risk;
    }
}
