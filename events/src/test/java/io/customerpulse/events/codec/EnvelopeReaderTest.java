package io.customerpulse.events.codec;

import static io.customerpulse.events.codec.Decoding.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvelopeReaderTest {

    private static final Envelope NOTHING =
            new Envelope(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    @Test
    void seesTheEnvelopeOfAnEvent() {
        assertThat(read(Decoding.event("ticket.waiting", "{\"time\":\"x\",\"id\":{}}")))
                .isEqualTo(
                        new Envelope(
                                Optional.of(NOON),
                                Optional.of("acme"),
                                Optional.of("ticket.waiting"),
                                Optional.of("/test"),
                                Optional.of("a1")));
    }

    @Test
    void takesTheKeyOfATombstoneForItsSubject() {
        Envelope envelope =
                read("{\"tombstone\":true,\"key\":\"acme\",\"time\":\"2026-01-05T12:00:00Z\"}");

        assertThat(envelope.subject()).contains("acme");
        assertThat(envelope.time()).contains(NOON);
    }

    @Test
    void anEventsKeyIsNotItsSubject() {
        assertThat(read("{\"key\":\"acme\"}")).isEqualTo(NOTHING);
    }

    @Test
    void seesOfABrokenLineWhatComesBeforeTheBreak() {
        assertThat(read("{\"id\":\"a1\",\"subject\":\"acme\",\"time\":"))
                .isEqualTo(
                        new Envelope(
                                Optional.empty(),
                                Optional.of("acme"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("a1")));
    }

    @Test
    void seesNothingInWhatIsNoEvent() {
        assertThat(read("")).isEqualTo(NOTHING);
        assertThat(read("[1]")).isEqualTo(NOTHING);
        assertThat(read("{\"time\":5,\"subject\":null,\"id\":\"\"}")).isEqualTo(NOTHING);
    }

    private static Envelope read(String line) {
        return new EnvelopeReader().read(line.getBytes(StandardCharsets.UTF_8));
    }
}
