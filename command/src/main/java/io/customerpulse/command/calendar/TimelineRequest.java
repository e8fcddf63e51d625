package io.customerpulse.command.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.rules.sla.clock.Stop;
import io.customerpulse.rules.sla.clock.TicketEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The request for a timeline ({@code docs/calendars.md}, Timelines).
 *
 * @param targets how much time each target gives, in the order of the request
 * @param pauseStops which of them waiting for the customer stops
 * @param asOf the instant whose state is asked for; nothing later is looked at
 * @param ticket what happened to the ticket up to then, in the order in which it applies
 * @param maintenance when there was maintenance up to then
 */
record TimelineRequest(
        Map<SlaTarget, Duration> targets,
        Set<SlaTarget> pauseStops,
        Instant asOf,
        List<TicketEvent> ticket,
        List<Stop> maintenance) {

    private static final Set<SlaTarget> STOPPED_BY_DEFAULT =
            Set.of(SlaTarget.RESOLUTION, SlaTarget.WORKAROUND);
    private static final Duration LONGEST = Duration.ofDays(5 * 366);

    /**
     * Reads it.
     *
     * @throws WrongRequestException for the first field that is wrong
     */
    static TimelineRequest read(RequestFields request) throws WrongRequestException {
        Map<SlaTarget, Duration> targets = targets(request);
        Set<SlaTarget> pauseStops =
                request.has("pauseStops") ? pauseStops(request) : STOPPED_BY_DEFAULT;
        List<TimelineEvent> all = TimelineEvent.read(request);
        Instant last =
                all.stream()
                        .map(TimelineEvent::time)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(() -> request.wrong("events", "must have at least one event"));
        Instant asOf = request.instantIfGiven("asOf").orElse(last);
        List<TimelineEvent> known =
                all.stream().filter(event -> !event.time().isAfter(asOf)).toList();
        return new TimelineRequest(
                targets,
                pauseStops,
                asOf,
                TimelineEvent.ofTheTicket(known),
                TimelineEvent.maintenance(known));
    }

    private static Map<SlaTarget, Duration> targets(RequestFields request)
            throws WrongRequestException {
        JsonNode written = request.required("targets");
        if (!written.isObject()) {
            throw request.wrong(
                    "targets",
                    "must be a mapping of targets to durations, but is "
                            + RequestFields.shown(written));
        }
        Map<SlaTarget, Duration> targets = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : written.properties()) {
            String field = "targets." + entry.getKey();
            targets.put(target(request, field, entry.getKey()), duration(request, field, entry));
        }
        return targets;
    }

    private static Duration duration(
            RequestFields request, String field, Map.Entry<String, JsonNode> entry)
            throws WrongRequestException {
        try {
            Duration duration = Duration.parse(entry.getValue().asText());
            if (duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException notADuration) {
            // Told below, like every other that cannot be used.
        }
        throw request.wrong(
                field,
                "must be an ISO-8601 duration such as PT4H, longer than zero and at most five"
                        + " years, but is "
                        + RequestFields.shown(entry.getValue()));
    }

    private static Set<SlaTarget> pauseStops(RequestFields request) throws WrongRequestException {
        JsonNode written = request.required("pauseStops");
        if (!written.isArray()) {
            throw request.wrong(
                    "pauseStops",
                    "must be a list of targets, but is " + RequestFields.shown(written));
        }
        Set<SlaTarget> stopped = EnumSet.noneOf(SlaTarget.class);
        for (int i = 0; i < written.size(); i++) {
            stopped.add(target(request, "pauseStops[" + i + "]", written.get(i).asText()));
        }
        return stopped;
    }

    private static SlaTarget target(RequestFields request, String field, String name)
            throws WrongRequestException {
        for (SlaTarget target : SlaTarget.values()) {
            if (target.name().equals(name)) {
                return target;
            }
        }
        throw request.wrong(field, "is no target; they are " + Arrays.toString(SlaTarget.values()));
    }
}
