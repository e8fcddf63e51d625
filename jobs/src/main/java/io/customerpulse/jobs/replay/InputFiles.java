package io.customerpulse.jobs.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of an input.
 *
 * @param files in the order in which they are read
 */
record InputFiles(List<Path> files) {

    private static final List<String> ENDINGS = List.of(".ndjson", ".jsonl", ".json");

    InputFiles {
        files = List.copyOf(files);
    }

    /**
     * A file stands for itself, whatever its name. A directory stands for the files directly in it
     * that end in {@code .ndjson}, {@code .jsonl} or {@code .json}, in the order of their names.
     *
     * @throws NoSuchFileException if there is nothing at that path, or nothing to read in it
     */
    static InputFiles of(Path input) throws IOException {
        if (Files.isRegularFile(input)) {
            return new InputFiles(List.of(input));
        }
        if (!Files.isDirectory(input)) {
            throw new NoSuchFileException(
                    input.toString(),
                    null,
                    "no such file or directory; name an NDJSON file or a" + " directory of them");
        }
        try (Stream<Path> entries = Files.list(input)) {
            List<Path> files =
                    entries.filter(Files::isRegularFile)
                            .filter(InputFiles::holdsLines)
                            .sorted(Comparator.comparing(InputFiles::name))
                            .toList();
            if (files.isEmpty()) {
                throw new NoSuchFileException(
                        input.toString(),
                        null,
                        "the directory holds no file that ends in " + String.join(", ", ENDINGS));
            }
            return new InputFiles(files);
        }
    }

    /** The name under which the origin of a line is told. */
    static String name(Path file) {
        return file.getFileName().toString();
    }

    long totalBytes() throws IOException {
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        return total;
    }

    private static boolean holdsLines(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }
}
