package io.customerpulse.events.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.Examples;
import io.customerpulse.events.result.ResultType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is no output event; that real ones are read is in {@code OutputExamplesTest}. */
class ResultDecoderTest {

    private static final String SCORED = Examples.of(ResultType.RISK_SCORED).get(0);

    private final ResultDecoder decoder = new ResultDecoder();

    @Test
    void ignoresFieldsANewerVersionMayAdd() {
        String newer = SCORED.replace("\"points\":40,", "\"points\":40,\"mood\":\"fine\",");

        assertThat(decode(newer)).isEqualTo(decode(SCORED));
    }

    @Test
    void refusesBrokenJson() {
        assertThatThrownBy(() -> decode("{\"id\":"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("not well-formed JSON");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> decode("[]"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("JSON object");
        assertThatThrownBy(() -> decode(""))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("JSON object");
    }

    @Test
    void refusesATypeThatIsNotWritten() {
        assertThatThrownBy(() -> decode(SCORED.replace("risk.scored", "ticket.opened")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("ticket.opened");
    }

    @Test
    void refusesAMissingNumber() {
        assertThatThrownBy(() -> decode(SCORED.replace("\"score\":40,", "")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("risk.scored")
                .hasMessageContaining("score");
    }

    @Test
    void refusesAMissingObject() {
        assertThatThrownBy(() -> decode(SCORED.replace("\"band\":\"YELLOW\",", "")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("band");
    }

    @Test
    void refusesContributionsThatDoNotAddUp() {
        assertThatThrownBy(() -> decode(SCORED.replace("\"points\":40,", "\"points\":41,")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("add up to 40, not to 41");
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatThrownBy(() -> decode(SCORED.replace("2026-01-05T15:00:00Z", "noon")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("noon");
    }

    private Object decode(String json) {
        return decoder.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
