package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void endsALineAtTheLineFeed() throws IOException {
        assertThat(read("a\nb\n")).containsExactly("1:a", "2:b");
    }

    @Test
    void endsTheLastLineAtTheEndOfTheFile() throws IOException {
        assertThat(read("a\nb")).containsExactly("1:a", "2:b");
    }

    @Test
    void takesTheCarriageReturnForPartOfTheLineEnd() throws IOException {
        assertThat(read("a\r\nb\r")).containsExactly("1:a", "2:b");
    }

    @Test
    void keepsACarriageReturnWithinALine() throws IOException {
        assertThat(read("a\rb\n")).containsExactly("1:a\rb");
    }

    @Test
    void countsBlankLinesAndPassesThemOver() throws IOException {
        assertThat(read("\na\n \t\r\n\nb\n\n")).containsExactly("2:a", "5:b");
    }

    @Test
    void readsNothingFromAnEmptyFile() throws IOException {
        assertThat(read("")).isEmpty();
    }

    @Test
    void readsALineLongerThanItsBuffer() throws IOException {
        String first = "x".repeat(200_000);
        String second = "y".repeat(65_536);

        assertThat(read(first + "\n" + second + "\nz"))
                .containsExactly("1:" + first, "2:" + second, "3:z");
    }

    @Test
    void keepsBytesThatAreNotUtf8() throws IOException {
        byte[] bytes = {(byte) 0xff, 0, (byte) 0xc3, '\n'};

        try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes))) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.line()).containsExactly(0xff, 0, 0xc3);
        }
    }

    @Test
    void countsEveryByteOfTheFile() throws IOException {
        try (LineReader reader = reader("a\r\n\nbc")) {
            while (reader.advance()) {
                // Only the count at the end is of interest.
            }

            assertThat(reader.bytesRead()).isEqualTo(6);
        }
    }

    private static List<String> read(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = reader(text)) {
            while (reader.advance()) {
                lines.add(
                        reader.number() + ":" + new String(reader.line(), StandardCharsets.UTF_8));
            }
        }
        return lines;
    }

    private static LineReader reader(String text) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
