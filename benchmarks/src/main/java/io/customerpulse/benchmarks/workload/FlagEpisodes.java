package io.customerpulse.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What happens to each customer within a week so that every red and yellow flag begins once at
 * most, and in a way that a pattern over raw events can tell as well. Some customers come near a
 * flag only: a third answer too late, an incident resolved in time. Meant for policies whose
 * windows are hours and days in place of months.
 */
final class FlagEpisodes {

    /** From this hour on some customers no longer use the product. */
    private static final int END_OF_USE = 96;

    private static final int MORE_THAN_ANY_SEATS = 10_000;

    private final Instant start;
    private final int days;
    private final SplittableRandom random;
    private final List<Line> lines = new ArrayList<>();

    private FlagEpisodes(Instant start, int days, SplittableRandom random) {
        this.start = start;
        this.days = days;
        this.random = random;
    }

    /** The episodes of all customers, in time order. */
    static List<Line> of(Instant start, WorkloadSize size) {
        FlagEpisodes episodes =
                new FlagEpisodes(start, size.days(), new SplittableRandom(size.seed()));
        for (int customer = 0; customer < size.customers(); customer++) {
            episodes.add(customer);
        }
        episodes.lines.sort(Comparator.comparing(Line::at));
        return List.copyOf(episodes.lines);
    }

    /**
     * Whether an event of the usual traffic would get in the way: downtime adds up over incidents,
     * which no pattern of a few stages can tell; poor answers are those of the episodes; and who
     * has stopped using the product does not use it.
     */
    static boolean excludes(Instant start, Line line) {
        return line.type().startsWith("incident.")
                || line.type().equals("survey.answered") && line.json().contains("\"score\":1,")
                || (line.type().equals("feature.used") || line.type().equals("usage.recorded"))
                        && line.customer().filter(FlagEpisodes::stopsUsing).isPresent()
                        && !line.at().isBefore(start.plus(Duration.ofHours(END_OF_USE)));
    }

    private static boolean stopsUsing(String customer) {
        return Integer.parseInt(customer.substring(customer.indexOf('-') + 1)) % 4 == 3;
    }

    private void add(int customer) {
        implementation(customer);
        contract(customer);
        answers(customer);
        service(customer);
        reports(customer);
    }

    private void implementation(int customer) {
        line(customer, at(3), "customer.updated", "{\"goLiveDate\":null}");
        line(customer, at(5), "implementation.planned", target(10));
        line(customer, at(7), "implementation.rescheduled", target(11));
        if (customer % 4 != 0) {
            line(customer, at(9), "implementation.rescheduled", target(12));
        }
        line(
                customer,
                at(10),
                "training.progressed",
                "{\"completionPercent\":%d}".formatted(customer % 3 == 0 ? 80 : 20));
        line(customer, at(12), "implementation.went_live", "{}");
    }

    private String target(int day) {
        return "{\"goLiveTarget\":\"%s\"}".formatted(start.plus(Duration.ofDays(day)));
    }

    private void contract(int customer) {
        line(
                customer,
                at(4),
                "contract.signed",
                "{\"end\":\"%s\"}".formatted(start.plus(Duration.ofDays(500))));
        int[] talks = List.of(new int[0], new int[] {20}, new int[] {60, 120}).get(customer % 3);
        for (int hour : talks) {
            line(customer, at(hour), "expansion.discussed", "{}");
        }
        if (customer % 8 != 0) {
            line(customer, at(98), "competitor.mentioned", "{}");
        }
    }

    private void answers(int customer) {
        for (int hour : new int[] {24, 30, customer % 5 == 0 ? 110 : 36}) {
            line(customer, at(hour), "survey.answered", "{\"survey\":\"CSAT\",\"score\":1}");
        }
        for (int answer = 0; answer < 3; answer++) {
            nps(customer, at(40 + answer), answer, 10);
            nps(customer, at(70 + answer), answer, customer % 5 == 1 ? 9 : 3);
        }
    }

    private void nps(int customer, Instant at, int respondent, int score) {
        line(
                customer,
                at,
                "survey.answered",
                "{\"survey\":\"NPS\",\"score\":%d,\"respondent\":\"user-%d-%d\"}"
                        .formatted(score, customer, respondent));
    }

    private void service(int customer) {
        line(
                customer,
                at(80),
                "stakeholder.departed",
                "{\"role\":\"%s\"}"
                        .formatted(customer % 7 == 0 ? "CHAMPION" : "EXECUTIVE_SPONSOR"));
        line(
                customer,
                at(84),
                "ticket.opened",
                ("{\"ticketId\":\"B-%d\",\"severity\":\"P3\",\"group\":\"%s\","
                                + "\"requesterRole\":\"FINANCE\"}")
                        .formatted(customer, customer % 6 == 0 ? "TECHNICAL" : "BILLING"));
        Instant opened = at(88);
        Duration lasts = Duration.ofHours(customer % 4 == 1 ? 4 : 8);
        String incident = "{\"incidentId\":\"I-%d\"}".formatted(customer);
        line(customer, opened, "incident.opened", incident);
        line(customer, opened.plus(lasts), "incident.resolved", incident);
    }

    /** At noon of every day all seats are in use, until nobody uses the product any more. */
    private void reports(int customer) {
        int last = stopsUsing(Population.name(customer)) ? END_OF_USE / 24 : days;
        for (int day = 1; day < last; day++) {
            Instant noon = start.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
            line(
                    customer,
                    noon,
                    "usage.recorded",
                    "{\"day\":\"%s\",\"activeUsers\":%d}"
                            .formatted(
                                    LocalDate.ofInstant(noon, ZoneOffset.UTC),
                                    MORE_THAN_ANY_SEATS));
        }
    }

    /** Some time in that hour, counted from the start. */
    private Instant at(int hour) {
        return start.plus(Duration.ofHours(hour))
                .plusMillis(random.nextLong(Duration.ofHours(1).toMillis()));
    }

    private void line(int customer, Instant at, String type, String data) {
        lines.add(
                Line.of(
                        Optional.of(Population.name(customer)),
                        at,
                        "f-" + lines.size(),
                        "/episodes",
                        type,
                        data));
    }
}
