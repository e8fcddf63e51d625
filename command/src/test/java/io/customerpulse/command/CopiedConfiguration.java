package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the shipped configuration, to be spoilt. */
record CopiedConfiguration(Path directory) {

    static CopiedConfiguration in(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(CommandRun.CONFIGURATION)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = directory.resolve(CommandRun.CONFIGURATION.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new CopiedConfiguration(directory);
    }

    /** Writes something else in place of a text that must be there. */
    void replace(String file, String shipped, String other) throws IOException {
        String text = Files.readString(directory.resolve(file));
        assertThat(text).contains(shipped);
        Files.writeString(directory.resolve(file), text.replace(shipped, other));
    }
}
