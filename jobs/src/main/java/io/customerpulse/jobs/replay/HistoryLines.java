package io.customerpulse.jobs.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The lines of a history or of a replay's results, read one by one as a replay reads them. */
public final class HistoryLines {

    private HistoryLines() {}

    /** Takes a line and its number. */
    @FunctionalInterface
    public interface Numbered {

        /**
         * One line.
         *
         * @param number its number, from 1, blank lines counted
         * @param line the line without its end
         */
        void take(long number, byte[] line);
    }

    /**
     * Passes every line that is not blank, until the stream ends.
     *
     * @throws IOException if it cannot be read
     */
    public static void forEach(InputStream input, Numbered line) throws IOException {
        try (LineReader reader = new LineReader(input)) {
            while (reader.advance()) {
                line.take(reader.number(), reader.line());
            }
        }
    }

    /**
     * Passes every line that is not blank, files in the order of their names.
     *
     * @param input a file, or a directory of NDJSON files
     * @throws java.nio.file.NoSuchFileException if there is nothing to read at {@code input}
     * @throws IOException if it cannot be read
     */
    public static void forEach(Path input, Consumer<byte[]> line) throws IOException {
        for (Path file : InputFiles.of(input).files()) {
            try (LineReader reader = new LineReader(Files.newInputStream(file))) {
                while (reader.advance()) {
                    line.accept(reader.line());
                }
            }
        }
    }
}
