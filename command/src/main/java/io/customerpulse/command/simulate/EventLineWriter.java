package io.customerpulse.command.simulate;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.UsageFact;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes events as lines of bytes. Usage, which is most of a history, goes straight into one buffer
 * that is used again and again; everything else through {@link EventEncoder}. The bytes are the
 * same either way.
 */
final class EventLineWriter {

    private static final int BUFFER = 1 << 16;
    // Far more than the longest line of usage.
    private static final int ROOM = 1 << 12;
    private static final int MILLIS = 1000;

    private final OutputStream output;
    private final EventEncoder encoder = new EventEncoder();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long cachedDay = Long.MIN_VALUE;
    private String cachedDate = "";

    EventLineWriter(OutputStream output) {
        this.output = output;
    }

    /** Writes one event; the time in milliseconds since the epoch. */
    void write(String id, Optional<String> subject, long time, Fact fact) throws IOException {
        if (fact instanceof UsageFact.Recorded recorded) {
            begin(id, "usage.recorded", subject.orElseThrow(), time);
            recorded(recorded);
        } else if (fact instanceof UsageFact.FeatureUsed used) {
            begin(id, "feature.used", subject.orElseThrow(), time);
            text("{\"userId\":\"");
            text(used.userId());
            text("\",\"feature\":\"");
            text(used.feature());
            text("\"}}\n");
        } else {
            flushBuffer();
            output.write(
                    encoder.encode(
                            new InputEvent(
                                    Names.SOURCE, id, Instant.ofEpochMilli(time), subject, fact)));
            output.write('\n');
        }
    }

    /** Hands everything over to the stream. */
    void flush() throws IOException {
        flushBuffer();
        output.flush();
    }

    private void flushBuffer() throws IOException {
        output.write(buffer, 0, filled);
        filled = 0;
    }

    private void begin(String id, String type, String subject, long time) throws IOException {
        if (filled > BUFFER - ROOM) {
            flushBuffer();
        }
        text("{\"specversion\":\"1.0\",\"id\":\"");
        text(id);
        text("\",\"source\":\"");
        text(Names.SOURCE);
        text("\",\"type\":\"");
        text(type);
        text("\",\"subject\":\"");
        text(subject);
        text("\",\"time\":\"");
        time(time);
        text("\",\"data\":");
    }

    private void recorded(UsageFact.Recorded recorded) {
        text("{\"day\":\"");
        text(date(recorded.day().toEpochDay()));
        text("\",\"activeUsers\":");
        text(Integer.toString(recorded.activeUsers()));
        number(",\"sessions\":", recorded.sessions());
        text(",\"featuresUsed\":[");
        List<String> features = recorded.featuresUsed();
        for (int i = 0; i < features.size(); i++) {
            text(i == 0 ? "\"" : ",\"");
            text(features.get(i));
            text("\"");
        }
        text("]");
        number(",\"contentItems\":", recorded.contentItems());
        number(",\"integrationsActive\":", recorded.integrationsActive());
        text("}}\n");
    }

    private void number(String name, OptionalInt value) {
        if (value.isPresent()) {
            text(name);
            text(Integer.toString(value.getAsInt()));
        }
    }

    private void time(long time) {
        text(date(Math.floorDiv(time, Day.LENGTH)));
        int within = (int) Math.floorMod(time, Day.LENGTH);
        text("T");
        digits(within / (int) Day.HOUR, 2);
        text(":");
        digits(within / (int) Day.MINUTE % 60, 2);
        text(":");
        digits(within / MILLIS % 60, 2);
        if (within % MILLIS != 0) {
            text(".");
            digits(within % MILLIS, 3);
        }
        text("Z");
    }

    private String date(long day) {
        if (day != cachedDay) {
            cachedDay = day;
            cachedDate = LocalDate.ofEpochDay(day).toString();
        }
        return cachedDate;
    }

    private void digits(int number, int count) {
        int left = number;
        for (int i = count - 1; i >= 0; i--) {
            buffer[filled + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        filled += count;
    }

    /** Every text of the simulated world is ASCII and needs no escapes. */
    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            buffer[filled++] = (byte) text.charAt(i);
        }
    }
}
