package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the last assessment of a customer found: since when each risk factor is present, and a
 * fingerprint of all that was signalled. A factor that ends and begins at one instant has not
 * ended, and one whose points change has not begun anew.
 */
public final class LastAssessment {

    private final Map<String, Instant> since = new TreeMap<>();
    private long fingerprint;
    private long measured;
    private long health;
    private Optional<BigDecimal> score = Optional.empty();

    /** Keeps the factors that are still present and dates the new ones. */
    public void present(Set<String> factors, Instant at) {
        since.keySet().retainAll(factors);
        factors.forEach(factor -> since.putIfAbsent(factor, at));
    }

    /**
     * Since when a present factor is.
     *
     * @throws IllegalArgumentException if the factor is not present
     */
    public Instant since(String factor) {
        Instant begun = since.get(factor);
        if (begun == null) {
            throw new IllegalArgumentException(factor + " is not present");
        }
        return begun;
    }

    /** Takes over a new fingerprint; false when it is the old one. */
    public boolean changedTo(long newFingerprint) {
        boolean changed = newFingerprint != fingerprint;
        fingerprint = newFingerprint;
        return changed;
    }

    /** Whether metrics of this customer were ever published. */
    public boolean isMeasured() {
        return measured != 0;
    }

    /** Takes over a fingerprint of the metrics published; false when it is the old one. */
    public boolean measuredAs(long newMeasured) {
        boolean changed = newMeasured != measured;
        measured = newMeasured;
        return changed;
    }

    /** Takes over the health published; false when the fingerprint is the old one. */
    public boolean healthAs(long newHealth, BigDecimal newScore) {
        boolean changed = newHealth != health;
        health = newHealth;
        score = Optional.of(newScore);
        return changed;
    }

    /** The health score published last. */
    public Optional<BigDecimal> score() {
        return score;
    }

    void write(CompactOutput out) throws IOException {
        out.writeHash(fingerprint);
        out.writeHash(measured);
        out.writeHash(health);
        out.writeOptional(score, (o, value) -> o.writeText(value.toPlainString()));
        out.writeCount(since.size());
        for (Map.Entry<String, Instant> entry : since.entrySet()) {
            out.writeText(entry.getKey());
            out.writeInstant(entry.getValue());
        }
    }

    static LastAssessment read(CompactInput in) throws IOException {
        LastAssessment last = new LastAssessment();
        last.fingerprint = in.readHash();
        last.measured = in.readHash();
        last.health = in.readHash();
        last.score = in.readOptional(i -> new BigDecimal(i.readText()));
        for (int i = in.readSize(); i > 0; i--) {
            last.since.put(in.readText(), in.readInstant());
        }
        return last;
    }
}
