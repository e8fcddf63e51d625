package io.customerpulse.functions.serialization;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Writes the files that {@link StateFormatTest} reads. No build runs it; it is run by hand, once
 * for a format, before the first release that writes it:
 *
 * <pre>mvn test -pl functions -am -Dtest=StateFilesWriter -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * A later format gets a folder of its own; the files of a released one are never written again.
 */
class StateFilesWriter {

    @Test
    void writeTheFiles() throws IOException {
        for (StateExample<?> example : StateExample.all()) {
            write(example);
        }
    }

    private static <T> void write(StateExample<T> example) throws IOException {
        StateFiles.write(example.name(), Bytes.of(example.serializer(), example.value()));
    }
}
