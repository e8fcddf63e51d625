package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customerpulse.rules.sla.calendar.CalendarReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/calendars.md} shows is what the command prints. */
class CalendarsPageTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern QUESTION =
            Pattern.compile("(?m)^\\./pulse (calendar .*--name .*)$");
    private static final Pattern YAML_BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Test
    void showsTheAnswersToTheExamples() throws IOException {
        CommandRun run =
                CommandRun.exactly(
                        "calendar",
                        "--cases",
                        PROJECT.resolve("config/examples/calendar-cases.ndjson").toString());

        assertThat(page()).contains("\n```\n" + run.out() + "```\n");
    }

    @Test
    void showsTheAnswersToSingleQuestions() throws IOException {
        StringBuilder answers = new StringBuilder();
        List<MatchResult> questions = QUESTION.matcher(page()).results().toList();
        for (MatchResult question : questions) {
            List<String> arguments = new ArrayList<>(List.of(question.group(1).split(" +")));
            answers.append(CommandRun.of(arguments.toArray(String[]::new)).out());
        }

        assertThat(questions).hasSize(4);
        assertThat(page()).contains("\n```\n" + answers + "```\n");
    }

    @Test
    void showsACalendarThatCanBeRead() throws Exception {
        String yaml = YAML_BLOCK.matcher(page()).results().findFirst().orElseThrow().group(1);

        assertThat(CalendarReader.read(new YAMLMapper().readTree(yaml)).holidays()).hasSize(1);
    }

    private static String page() throws IOException {
        return Files.readString(PROJECT.resolve("docs/calendars.md"));
    }
}
