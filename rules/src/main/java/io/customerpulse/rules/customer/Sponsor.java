package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The customer's executive sponsor: known when the customer's data name one or one was appointed,
 * and none departed since ({@code docs/rules.md}, people, surveys, tickets).
 */
public final class Sponsor {

    private Optional<Occurrence> named = Optional.empty();
    private Optional<Occurrence> appointed = Optional.empty();

    /** The event that tells of the sponsor, where there is one; an appointment before a name. */
    public Optional<Occurrence> known() {
        return Stream.of(appointed, named).flatMap(Optional::stream).findFirst();
    }

    void apply(Change<String> name, Occurrence event) {
        named = Patched.of(named, name, set -> event);
    }

    void apply(PeopleFact fact, Occurrence event) {
        if (fact instanceof PeopleFact.StakeholderAppointed person
                && person.role() == StakeholderRole.EXECUTIVE_SPONSOR) {
            appointed = Optional.of(event);
        } else if (fact instanceof PeopleFact.StakeholderDeparted person
                && person.role() == StakeholderRole.EXECUTIVE_SPONSOR) {
            named = Optional.empty();
            appointed = Optional.empty();
        }
    }

    void write(CompactOutput out) throws IOException {
        out.writeOptional(named, (o, event) -> event.write(o));
        out.writeOptional(appointed, (o, event) -> event.write(o));
    }

    static Sponsor read(CompactInput in) throws IOException {
        Sponsor sponsor = new Sponsor();
        sponsor.named = in.readOptional(Occurrence::read);
        sponsor.appointed = in.readOptional(Occurrence::read);
        return sponsor;
    }
}
