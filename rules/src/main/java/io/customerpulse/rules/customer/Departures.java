package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The roles that lost their holder and have no new one, each with its last departure. */
public final class Departures {

    private final Map<StakeholderRole, Occurrence> vacant = new EnumMap<>(StakeholderRole.class);

    /** The last departure from a role that is still vacant. */
    public Optional<Occurrence> from(StakeholderRole role) {
        return Optional.ofNullable(vacant.get(role));
    }

    void apply(PeopleFact fact, Occurrence event) {
        if (fact instanceof PeopleFact.StakeholderDeparted departed) {
            vacant.put(departed.role(), event);
        } else if (fact instanceof PeopleFact.StakeholderAppointed appointed) {
            vacant.remove(appointed.role());
        }
    }

    void write(CompactOutput out) throws IOException {
        out.writeCount(vacant.size());
        for (Map.Entry<StakeholderRole, Occurrence> entry : vacant.entrySet()) {
            out.writeText(entry.getKey().name());
            entry.getValue().write(out);
        }
    }

    static Departures read(CompactInput in) throws IOException {
        Departures departures = new Departures();
        for (int i = in.readSize(); i > 0; i--) {
            departures.vacant.put(StakeholderRole.valueOf(in.readText()), Occurrence.read(in));
        }
        return departures;
    }
}
