package io.customerpulse.functions.serialization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The files with what the first format made of the examples, in hexadecimal digits. */
final class StateFiles {

    static final Path FOLDER = Path.of("src", "test", "resources", "state", "format-1");

    private static final int DIGITS_A_LINE = 96;

    private StateFiles() {}

    static String fileName(String example) {
        return example + ".hex";
    }

    static byte[] read(String example) throws IOException {
        return read(FOLDER.resolve(fileName(example)));
    }

    /** A file of a format before the first that is in the folder. */
    static byte[] readEarlier(String name) throws IOException {
        return read(FOLDER.resolveSibling(fileName(name)));
    }

    private static byte[] read(Path file) throws IOException {
        String digits = Files.readString(file);
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    static void write(String example, byte[] bytes) throws IOException {
        String digits = HexFormat.of().formatHex(bytes);
        String lines = digits.replaceAll("(.{" + DIGITS_A_LINE + "})", "$1\n");
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(fileName(example)), lines.stripTrailing() + "\n");
    }
}
