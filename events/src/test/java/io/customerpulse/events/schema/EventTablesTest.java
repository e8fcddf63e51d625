package io.customerpulse.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.RejectionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about events says what the schemas say. */
class EventTablesTest {

    private static final Path PAGE = Path.of("../docs/events.md");

    @Test
    void theTablesOfThePageAreThoseOfTheSchemas() throws IOException {
        String page = Files.readString(PAGE);
        String renewed = new EventTables().renewed(page);

        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(PAGE, renewed);
        } else {
            assertThat(page)
                    .as(
                            "docs/events.md differs from the schemas; write its tables anew with:"
                                    + " mvn -pl events test -Dtest=EventTablesTest -Dregenerate=true")
                    .isEqualTo(renewed);
        }
    }

    @Test
    void thePageNamesEveryTopicAndEveryRejectionCode() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Topic.values())
                .allSatisfy(topic -> assertThat(page).contains("`" + topic.topicName() + "`"));
        assertThat(RejectionCode.values())
                .allSatisfy(code -> assertThat(page).contains("| `" + code + "` |"));
    }
}
