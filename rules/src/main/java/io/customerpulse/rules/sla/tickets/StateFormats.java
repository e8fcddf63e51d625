package io.customerpulse.rules.sla.tickets;

import java.io.IOException;

/** Checks the number that state begins with. */
final class StateFormats {

    private StateFormats() {}

    static void check(String what, int found, int newest) throws IOException {
        if (found != newest) {
            throw new IOException(
                    what
                            + " of format "
                            + found
                            + ", but this version reads up to format "
                            + newest
                            + ": restore with the version that wrote it, or a newer one");
        }
    }
}
