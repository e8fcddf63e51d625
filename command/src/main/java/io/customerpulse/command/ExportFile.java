package io.customerpulse.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A file of another system that an import reads. */
final class ExportFile {

    private ExportFile() {}

    /**
     * Makes sure that there is something to read.
     *
     * @throws ParameterException when there is not
     */
    static void check(Path file, CommandSpec command) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ParameterException(
                    command.commandLine(), file + " is not a file that can be read.");
        }
    }

    /** Opens it as UTF-8. What is not UTF-8 is replaced: names must not stop an import. */
    static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }
}
