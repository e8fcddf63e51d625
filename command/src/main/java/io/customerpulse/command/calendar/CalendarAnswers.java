package io.customerpulse.command.calendar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.CalendarDefinition;
import io.customerpulse.rules.sla.calendar.CalendarProblem;
import io.customerpulse.rules.sla.calendar.CalendarReader;
import io.customerpulse.rules.sla.calendar.InvalidCalendarException;
import io.customerpulse.rules.sla.calendar.OpenPeriod;
import io.customerpulse.rules.sla.calendar.OutOfReachException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers questions to calendars, each a line of JSON, with a line of JSON each ({@code
 * docs/calendars.md}, Many questions at once). A question that cannot be answered gets an error for
 * an answer.
 */
public final class CalendarAnswers {

    private static final int MOST_PERIODS = 100_000;
    private static final int CALENDARS_KEPT = 64;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    // Answers can be read in any character set.
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build();

    // Cases often ask the same calendar many times.
    private final Map<CalendarDefinition, BusinessCalendar> calendars =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<CalendarDefinition, BusinessCalendar> eldest) {
                    return size() > CALENDARS_KEPT;
                }
            };

    /** The answer to one question. */
    public String answer(String line) {
        ObjectNode answer = JSON.createObjectNode();
        try {
            JsonNode request = JSON.readTree(line);
            if (!request.isObject()) {
                throw new WrongRequestException(
                        "request", "must be a JSON object, but is " + RequestFields.shown(request));
            }
            answer(new RequestFields("", request), line, answer);
        } catch (JsonProcessingException notJson) {
            answer.put("error", "request: is not well-formed JSON" + place(notJson));
        } catch (WrongRequestException wrong) {
            answer.removeAll().put("error", wrong.getMessage());
        } catch (OutOfReachException unanswerable) {
            answer.removeAll().put("error", "calendar: " + unanswerable.getMessage());
        }
        return written(answer);
    }

    private static String written(ObjectNode answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer is always JSON", impossible);
        }
    }

    private static String place(JsonProcessingException notJson) {
        return notJson.getLocation() == null
                ? ""
                : " at column " + notJson.getLocation().getColumnNr();
    }

    private void answer(RequestFields request, String line, ObjectNode answer)
            throws WrongRequestException {
        String operation = request.text("op");
        switch (operation) {
            case "add" -> answer.put("instant", added(request, line).toString());
            case "between" -> between(request, answer);
            case "is-open" -> {
                Instant at = request.instant("at");
                answer.put("open", calendar(request).isOpen(at));
            }
            case "periods" -> periods(request, answer.putArray("periods"));
            case "timeline" -> {
                TimelineRequest timeline = TimelineRequest.read(request);
                new TimelineAnswer(timeline, calendar(request)).writeTo(answer.putArray("clocks"));
            }
            default ->
                    throw request.wrong(
                            "op",
                            "must be one of add, between, is-open, periods, timeline, but is "
                                    + operation);
        }
    }

    private Instant added(RequestFields request, String line) throws WrongRequestException {
        Instant start = request.instant("start");
        Duration openTime = request.seconds("seconds");
        BusinessCalendar calendar = calendar(request);
        return openTime.isZero() && isNegativeZero(line)
                ? calendar.subtract(start, openTime)
                : calendar.add(start, openTime);
    }

    /** Whether zero seconds are written as {@code -0}; a number that was read has lost that. */
    private static boolean isNegativeZero(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                parser.nextToken();
                if (parser.currentName().equals("seconds")) {
                    return parser.getText().startsWith("-");
                }
                parser.skipChildren();
            }
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException("the line was read before", impossible);
        }
    }

    private void between(RequestFields request, ObjectNode answer) throws WrongRequestException {
        Instant start = request.instant("start");
        Instant end = request.instant("end");
        answer.set("seconds", JsonSeconds.of(calendar(request).between(start, end)));
    }

    private void periods(RequestFields request, ArrayNode periods) throws WrongRequestException {
        Instant from = request.instant("from");
        int count = request.count("count", MOST_PERIODS);
        for (OpenPeriod period : calendar(request).periods(from, count)) {
            ArrayNode written = periods.addArray().add(period.start().toString());
            if (period.closes()) {
                written.add(period.end().toString());
            } else {
                written.addNull();
            }
        }
    }

    /** The calendar of the request; without one, time counts always. */
    private BusinessCalendar calendar(RequestFields request) throws WrongRequestException {
        CalendarDefinition definition =
                request.has("calendar")
                        ? read(request.required("calendar"))
                        : CalendarDefinition.alwaysOpen(ZoneOffset.UTC);
        return calendars.computeIfAbsent(definition, BusinessCalendar::new);
    }

    private static CalendarDefinition read(JsonNode calendar) throws WrongRequestException {
        try {
            return CalendarReader.read(calendar);
        } catch (InvalidCalendarException invalid) {
            CalendarProblem first = invalid.problems().get(0);
            String field = first.field().isEmpty() ? "calendar" : "calendar." + first.field();
            throw new WrongRequestException(field, first.reason());
        }
    }
}
