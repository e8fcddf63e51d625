package io.customerpulse.rules.sla.tickets;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;

/** Source and id of an event, kept without what the one before had in common with them. */
record EventIdentity(String source, String id) {

    static void write(CompactOutput out, String source, String id) throws IOException {
        out.writeCount(source.length());
        out.writeReference(source + id);
    }

    static EventIdentity read(CompactInput in) throws IOException {
        int sourceLength = in.readSize();
        String both = in.readReference();
        return new EventIdentity(both.substring(0, sourceLength), both.substring(sourceLength));
    }
}
