package io.customerpulse.rules.risk;

import io.customerpulse.events.result.RiskBand;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The band that is announced: the worst raw band of the time an improvement must hold. So a worse
 * band is announced at once and a better one only once it has held ({@code docs/rules.md},
 * outputs).
 */
public final class AnnouncedBand {

    private RiskBand raw = RiskBand.GREEN;
    private RiskBand announced = RiskBand.GREEN;

    /** For each band worse than the raw one, when it last ended. */
    private final Map<RiskBand, Instant> ended = new EnumMap<>(RiskBand.class);

    /** What was announced last; GREEN before anything was. */
    public RiskBand announced() {
        return announced;
    }

    /**
     * Takes over the raw band of this instant.
     *
     * @return the band announced until now, if that changes
     */
    public Optional<RiskBand> update(Instant at, RiskBand newRaw, Duration improvementHolds) {
        if (raw.compareTo(newRaw) > 0) {
            ended.put(raw, at);
        }
        raw = newRaw;
        ended.entrySet()
                .removeIf(
                        e ->
                                e.getKey().compareTo(raw) <= 0
                                        || !e.getValue().plus(improvementHolds).isAfter(at));
        RiskBand before = announced;
        announced =
                ended.keySet().stream()
                        .max(RiskBand::compareTo)
                        .filter(b -> b.compareTo(raw) > 0)
                        .orElse(raw);
        return before == announced ? Optional.empty() : Optional.of(before);
    }

    /** When the next better band will be announced if nothing else happens. */
    public Optional<Instant> nextTurn(Duration improvementHolds) {
        return ended.values().stream()
                .map(end -> end.plus(improvementHolds))
                .min(Instant::compareTo);
    }

    void write(CompactOutput out) throws IOException {
        out.writeText(raw.name());
        out.writeText(announced.name());
        out.writeCount(ended.size());
        for (Map.Entry<RiskBand, Instant> entry : ended.entrySet()) {
            out.writeText(entry.getKey().name());
            out.writeInstant(entry.getValue());
        }
    }

    static AnnouncedBand read(CompactInput in) throws IOException {
        AnnouncedBand band = new AnnouncedBand();
        band.raw = RiskBand.valueOf(in.readText());
        band.announced = RiskBand.valueOf(in.readText());
        for (int i = in.readSize(); i > 0; i--) {
            band.ended.put(RiskBand.valueOf(in.readText()), in.readInstant());
        }
        return band;
    }
}
