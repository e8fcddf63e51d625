package io.customerpulse.jobs.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A history of many customers in which everything happens that matters: the same for the same seed.
 *
 * @param lines its events, one a line, in the order of their times
 */
record RandomHistory(List<String> lines) {

    /** How far its lines may be shuffled. */
    static final Duration BOUND = Duration.ofHours(6);

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int CUSTOMERS = 40;
    private static final int DAYS = 240;
    private static final int EVENTS = 5_000;

    /** Events of one line, with {@code #} for a small number. */
    private static final String[][] VARIOUS = {
        {"contract.disputed", ""},
        {"contract.negotiation_started", ""},
        {"contract.settled", ""},
        {"contract.price_changed", "\"changePercent\":2#.5"},
        {"contract.price_changed", "\"changePercent\":30"},
        {"contract.signed", "\"start\":\"2026-01-01\",\"end\":\"2028-01-1#\""},
        {"training.progressed", "\"completionPercent\":2#"},
        {"survey.invited", "\"survey\":\"NPS\""},
        {"survey.answered", "\"survey\":\"NPS\",\"score\":#,\"respondent\":\"ann\""},
        {"survey.answered", "\"survey\":\"NPS\",\"score\":#"},
        {"survey.answered", "\"survey\":\"NPS\",\"score\":9,\"respondent\":\"bob #\""},
        {"review.held", "\"attended\":true"},
        {"social.mentioned", "\"sentiment\":\"NEGATIVE\""},
        {"organization.changed", "\"change\":\"MERGER\""},
        {"organization.changed", "\"change\":\"ACQUIRED_COMPETITOR\""},
        {"customer.updated", "\"industry\":\"industry #\",\"annualContractValue\":8#000"},
        {"customer.updated", "\"goLiveDate\":null,\"licensedUsers\":1#"},
        {"market.downturn_started", "\"industry\":\"industry #\""},
        {"market.downturn_ended", "\"industry\":\"industry #\""},
        {"implementation.planned", "\"goLiveTarget\":\"2026-03-1#\""},
        {"implementation.rescheduled", "\"goLiveTarget\":\"2026-05-1#\""},
        {"milestone.completed", "\"name\":\"m #\",\"due\":\"2026-04-01\""},
        {"data_quality.issue_opened", "\"issueId\":\"D-#\""},
        {"data_quality.issue_resolved", "\"issueId\":\"D-#\""},
        {"integration.failed", "\"integration\":\"crm #\""},
        {"integration.recovered", "\"integration\":\"crm #\""},
        {"ticket.opened", "\"ticketId\":\"B-#\",\"severity\":\"P3\",\"group\":\"BILLING\""},
        {"ticket.solved", "\"ticketId\":\"B-#\""},
        {"ticket.reopened", "\"ticketId\":\"B-#\""},
        {"competitor.mentioned", ""},
        {"expansion.discussed", "\"opportunityId\":\"O-#\""},
        {"expansion.won", "\"opportunityId\":\"O-#\""},
        {"expansion.closed", "\"opportunityId\":\"O-#\""},
        {"interaction.logged", "\"channel\":\"CALL\",\"withSponsor\":true"},
        {"feedback.given", ""},
        {"referral.made", ""},
        {"event.attended", ""},
        {"testimonial.given", ""},
        {"customer.updated", "\"executiveSponsor\":\"Ann #\""},
        {"goal.set", "\"goalId\":\"G-#\""},
        {"goal.met", "\"goalId\":\"G-#\""},
        {"roi.reported", "\"ratio\":0.#"},
    };

    private record Line(Instant time, String json) {}

    static RandomHistory of(long seed) {
        return new RandomHistory(new Generator(new Random(seed)).lines());
    }

    /** The same lines in an order in which they might arrive, none later than the bound allows. */
    RandomHistory shuffled(long seed) {
        Random random = new Random(seed);
        List<Line> arrivals = new ArrayList<>();
        for (String json : lines) {
            Instant time = Instant.parse(json.replaceAll(".*\"time\":\"([^\"]*)\".*", "$1"));
            arrivals.add(new Line(time.plusMillis(random.nextLong(BOUND.toMillis() + 1)), json));
        }
        return new RandomHistory(inOrder(arrivals));
    }

    private static List<String> inOrder(List<Line> lines) {
        return lines.stream().sorted(Comparator.comparing(Line::time)).map(Line::json).toList();
    }

    private static final class Generator {

        private final Random random;
        private final List<Line> lines = new ArrayList<>();
        private final List<Instant> erasures = new ArrayList<>();
        private int id;

        Generator(Random random) {
            this.random = random;
        }

        List<String> lines() {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                // Some are erased, each at an instant of its own; the others never.
                erasures.add(customer % 5 == 0 ? time() : Instant.MAX);
            }
            for (int event = 0; event < EVENTS; event++) {
                add(random.nextInt(CUSTOMERS - 2));
            }
            fallSilent(CUSTOMERS - 1);
            grumble(CUSTOMERS - 2);
            for (int customer = 0; customer < CUSTOMERS; customer += 5) {
                own(customer, erasures.get(customer), "customer.erased", "");
            }
            add(START.plus(DAYS, ChronoUnit.DAYS), "", "clock.ticked", "");
            return inOrder(lines);
        }

        private void add(int customer) {
            Instant time = time();
            switch (random.nextInt(32)) {
                case 0, 1, 2, 3, 4, 5, 6 -> use(customer, time);
                case 7, 8, 9 -> report(customer, time);
                case 10, 11, 12 ->
                        own(
                                customer,
                                time,
                                "ticket.opened",
                                "\"ticketId\":\"T-%d\",\"severity\":\"P2\""
                                        .formatted(random.nextInt(40)));
                case 13, 14 ->
                        own(
                                customer,
                                time,
                                "survey.answered",
                                "\"survey\":\"CSAT\",\"score\":%d"
                                        .formatted(1 + random.nextInt(5)));
                case 15 ->
                        own(
                                customer,
                                time,
                                "customer.updated",
                                "\"licensedUsers\":%d,\"goLiveDate\":\"%s\""
                                        .formatted(5 + random.nextInt(10), day(time)));
                case 16 -> own(customer, time, "contract.signed", end(time));
                case 17 -> own(customer, time, "contract.renewed", end(time));
                case 18 -> own(customer, time, "stakeholder.departed", role());
                case 19 -> own(customer, time, "stakeholder.appointed", role());
                case 20 -> own(customer, time, "organization.changed", "\"change\":\"BUDGET_CUT\"");
                case 21 -> incident(customer, time);
                case 22 -> maintenance(customer, time);
                case 23 -> rare(customer, time);
                default -> various(customer, time);
            }
            if (random.nextInt(20) == 0) {
                // A second copy.
                lines.add(lines.get(lines.size() - 1));
            }
        }

        private void use(int customer, Instant time) {
            if (mayUse(customer, time)) {
                own(
                        customer,
                        time,
                        "feature.used",
                        "\"userId\":\"u%d\",\"feature\":\"f\"".formatted(random.nextInt(12)));
            }
        }

        private void report(int customer, Instant time) {
            if (mayUse(customer, time)) {
                own(
                        customer,
                        time,
                        "usage.recorded",
                        "\"day\":\"%s\",\"activeUsers\":%d"
                                .formatted(
                                        day(time).minusDays(random.nextInt(3)),
                                        random.nextInt(12)));
            }
        }

        /**
         * Telemetry that arrives before an erasure of an earlier time is erased with it, so there
         * is none in the bound after one.
         */
        private boolean mayUse(int customer, Instant time) {
            Instant erasure = erasures.get(customer);
            return !time.isAfter(erasure) || time.isAfter(erasure.plus(BOUND));
        }

        private void incident(int customer, Instant time) {
            String incident = "\"incidentId\":\"I-%d\"".formatted(++id);
            switch (random.nextInt(5)) {
                case 0 -> add(time, "", "incident.opened", incident);
                case 1 -> own(customer, time, "incident.opened", incident);
                default ->
                        add(
                                time,
                                "",
                                "incident.opened",
                                incident
                                        + ",\"customers\":[\"%s\",\"%s\"]"
                                                .formatted(
                                                        name(customer),
                                                        name(random.nextInt(CUSTOMERS))));
            }
            Instant resolved = time.plus(10L + random.nextInt(600), ChronoUnit.MINUTES);
            add(resolved, "", "incident.resolved", incident);
        }

        private void maintenance(int customer, Instant time) {
            String window =
                    "\"start\":\"%s\",\"end\":\"%s\""
                            .formatted(
                                    time.plus(6L + random.nextInt(3), ChronoUnit.DAYS),
                                    time.plus(10, ChronoUnit.DAYS));
            if (random.nextBoolean()) {
                own(customer, time, "maintenance.scheduled", window);
            } else {
                add(time, "", "maintenance.scheduled", window);
            }
        }

        private void rare(int customer, Instant time) {
            switch (random.nextInt(4)) {
                case 0 -> own(customer, time, "contract.terminated", "");
                case 1 -> own(customer, time, "implementation.went_live", "");
                case 2 -> own(customer, time, "weather.changed", "\"sky\":\"grey\"");
                default ->
                        own(
                                customer,
                                time,
                                "seats.changed",
                                "\"licensedUsers\":%d".formatted(random.nextInt(15)));
            }
        }

        /** One of the events that need no more than to happen. */
        private void various(int customer, Instant time) {
            String[] event = VARIOUS[random.nextInt(VARIOUS.length)];
            own(customer, time, event[0], event[1].replace("#", "" + random.nextInt(3)));
        }

        /** Everything that is counted from the last time something happened. */
        private void fallSilent(int customer) {
            own(
                    customer,
                    START,
                    "customer.updated",
                    "\"annualContractValue\":100000,\"goLiveDate\":\"2026-01-01\"");
            own(customer, START, "contract.signed", "\"end\":\"2027-12-31\"");
            own(
                    customer,
                    START.plus(1, ChronoUnit.HOURS),
                    "feature.used",
                    "\"userId\":\"u\",\"feature\":\"f\"");
        }

        /** Answers that become worse from one month to the next. */
        private void grumble(int customer) {
            for (int answer = 0; answer < 3; answer++) {
                Instant time = START.plus(1, ChronoUnit.DAYS);
                own(customer, time, "survey.answered", "\"survey\":\"NPS\",\"score\":10");
                time = START.plus(35, ChronoUnit.DAYS);
                own(customer, time, "survey.answered", "\"survey\":\"NPS\",\"score\":3");
                own(customer, time, "survey.answered", "\"survey\":\"CSAT\",\"score\":1");
            }
        }

        private void own(int customer, Instant time, String type, String data) {
            add(time, "\"subject\":\"%s\",".formatted(name(customer)), type, data);
        }

        private void add(Instant time, String subject, String type, String data) {
            lines.add(
                    new Line(
                            time,
                            ("{\"specversion\":\"1.0\",\"id\":\"%d\",\"source\":\"/random\","
                                            + "\"type\":\"%s\",%s\"time\":\"%s\",\"data\":{%s}}")
                                    .formatted(++id, type, subject, time, data)));
        }

        /** Whole hours, so that many things happen at one instant. */
        private Instant time() {
            return START.plus(random.nextInt(DAYS * 24), ChronoUnit.HOURS);
        }

        private String end(Instant time) {
            return "\"end\":\"%s\"".formatted(day(time).plusDays(random.nextInt(300)));
        }

        private String role() {
            return "\"role\":\"%s\""
                    .formatted(random.nextBoolean() ? "EXECUTIVE_SPONSOR" : "CHAMPION");
        }

        private static LocalDate day(Instant time) {
            return time.atZone(ZoneOffset.UTC).toLocalDate();
        }

        private static String name(int customer) {
            return "customer-" + customer;
        }
    }
}
