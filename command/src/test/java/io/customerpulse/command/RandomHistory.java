package io.customerpulse.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A history of a few customers over a year in which everything happens that the risk factors look
 * at, much of it at the same time, twice, or to everyone.
 */
final class RandomHistory {

    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 400;

    private final Random random;
    private final List<String> customers = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    RandomHistory(long seed, int customers, int eventsEach) {
        random = new Random(seed);
        for (int i = 1; i <= customers; i++) {
            this.customers.add("customer-" + i);
        }
        for (String customer : this.customers) {
            for (int i = 0; i < eventsEach; i++) {
                own(customer);
            }
            useFor(customer);
            askHowLikely(customer);
        }
        for (int i = 0; i < 2 * customers; i++) {
            shared();
        }
        for (int i = 0; i < lines.size() / 20; i++) {
            lines.add(anyOf(lines));
        }
        Collections.shuffle(lines, random);
    }

    List<String> customers() {
        return List.copyOf(customers);
    }

    /** The events, one a line, in no order. */
    String lines() {
        return String.join("\n", lines) + "\n";
    }

    private void own(String customer) {
        switch (random.nextInt(32)) {
            case 0 -> add(customer, "contract.signed", "{\"end\":\"%s\"}".formatted(day()));
            case 1 -> add(customer, "contract.renewed", "{\"end\":\"%s\"}".formatted(day()));
            case 2 -> {
                if (random.nextInt(6) == 0) {
                    add(customer, "contract.terminated", "{}");
                }
            }
            case 3 ->
                    add(
                            customer,
                            "customer.updated",
                            anyOf(
                                    "{\"contractEnd\":null}",
                                    "{\"contractEnd\":\"%s\"}".formatted(day()),
                                    "{\"licensedUsers\":%d}".formatted(random.nextInt(20)),
                                    "{\"goLiveDate\":\"%s\"}".formatted(day()),
                                    "{\"industry\":\"%s\"}".formatted(industry()),
                                    "{\"annualContractValue\":%d}"
                                            .formatted(random.nextInt(200_000))));
            case 4 -> add(customer, "implementation.went_live", "{}");
            case 5, 6, 7 -> add(customer, "survey.answered", survey());
            case 8 -> add(customer, "stakeholder.departed", "{\"role\":\"%s\"}".formatted(role()));
            case 9 -> add(customer, "stakeholder.appointed", "{\"role\":\"%s\"}".formatted(role()));
            case 10 ->
                    add(
                            customer,
                            "organization.changed",
                            "{\"change\":\"%s\"}"
                                    .formatted(
                                            anyOf("BUDGET_CUT", "MERGER", "ACQUIRED_COMPETITOR")));
            case 11 -> {
                if (random.nextInt(8) == 0) {
                    add(customer, "customer.erased", "{}");
                }
            }
            case 12, 13 -> tickets(customer);
            case 14 -> billing(customer);
            default -> delivery(customer);
        }
    }

    /** What concerns the contract's price and the work on what was bought. */
    private void delivery(String customer) {
        switch (random.nextInt(14)) {
            case 0 ->
                    add(
                            customer,
                            anyOf(
                                    "contract.disputed",
                                    "contract.negotiation_started",
                                    "contract.settled"),
                            "{}");
            case 1 ->
                    add(
                            customer,
                            "contract.price_changed",
                            "{\"changePercent\":%d}".formatted(20 + random.nextInt(12)));
            case 2 ->
                    add(
                            customer,
                            "training.progressed",
                            "{\"completionPercent\":%d}".formatted(random.nextInt(60)));
            case 3 ->
                    add(
                            customer,
                            anyOf("implementation.planned", "implementation.rescheduled"),
                            "{\"goLiveTarget\":\"%s\"}".formatted(day()));
            case 4 ->
                    add(
                            customer,
                            anyOf("data_quality.issue_opened", "data_quality.issue_resolved"),
                            "{\"issueId\":\"D-%d\"}".formatted(random.nextInt(3)));
            case 5 ->
                    add(
                            customer,
                            anyOf("integration.failed", "integration.recovered"),
                            "{\"integration\":\"%s\"}".formatted(anyOf("erp", "sso")));
            case 6 ->
                    add(
                            customer,
                            "contract.signed",
                            "{\"start\":\"2025-01-15\",\"end\":\"%s-01-15\"}"
                                    .formatted(anyOf("2026", "2027", "2028")));
            default -> talk(customer);
        }
    }

    /** What is said between the customer, us and the public. */
    private void talk(String customer) {
        switch (random.nextInt(6)) {
            case 0 ->
                    add(
                            customer,
                            "review.held",
                            "{\"attended\":%s}".formatted(random.nextBoolean()));
            case 1 ->
                    add(
                            customer,
                            "social.mentioned",
                            "{\"sentiment\":\"%s\"}".formatted(anyOf("NEGATIVE", "POSITIVE")));
            case 2 -> add(customer, "competitor.mentioned", "{}");
            case 3 ->
                    add(
                            customer,
                            "interaction.logged",
                            "{\"channel\":\"CALL\",\"withSponsor\":%s}"
                                    .formatted(random.nextBoolean()));
            case 4 -> add(customer, anyOf("feedback.given", "referral.made"), "{}");
            default ->
                    add(
                            customer,
                            anyOf("expansion.discussed", "expansion.won", "expansion.closed"),
                            random.nextBoolean() ? "{}" : "{\"opportunityId\":\"O-1\"}");
        }
    }

    private void billing(String customer) {
        String ticket = "B-%d".formatted(random.nextInt(5));
        String asked =
                anyOf("", ",\"requesterRole\":\"FINANCE\"", ",\"requesterRole\":\"DEVELOPER\"");
        add(
                customer,
                "ticket.opened",
                "{\"ticketId\":\"%s\",\"severity\":\"P3\",\"group\":\"BILLING\"%s}"
                        .formatted(ticket, asked));
        add(
                customer,
                anyOf("ticket.solved", "ticket.closed", "ticket.reopened"),
                "{\"ticketId\":\"%s\"}".formatted(ticket));
    }

    /** Answers of some months whose tone changes on the way. */
    private void askHowLikely(String customer) {
        Instant begin = time();
        int turn = random.nextInt(80);
        for (int i = random.nextInt(16); i >= 0; i--) {
            int day = random.nextInt(80);
            int score = (day < turn ? 6 : 3) + random.nextInt(5);
            add(
                    customer,
                    "survey.answered",
                    "{\"survey\":\"NPS\",\"score\":%d%s}"
                            .formatted(
                                    score,
                                    random.nextBoolean()
                                            ? ""
                                            : ",\"respondent\":\"r%d\""
                                                    .formatted(random.nextInt(4))),
                    begin.plus(Duration.ofDays(day)));
        }
    }

    /** Often enough at once to be too many. */
    private void tickets(String customer) {
        Instant begin = time();
        for (int i = random.nextInt(8); i >= 0; i--) {
            Instant time = begin.plus(Duration.ofHours(random.nextInt(200)));
            String data =
                    "{\"ticketId\":\"T-%d\",\"severity\":\"P2\"}".formatted(random.nextInt(99));
            add(customer, "ticket.opened", data, time);
        }
    }

    /** Poor more often than not, so that some customers answer poorly again and again. */
    private String survey() {
        int score = random.nextBoolean() ? 1 : 1 + random.nextInt(5);
        return "{\"survey\":\"CSAT\",\"score\":%d}".formatted(score);
    }

    private void useFor(String customer) {
        LocalDate first = LocalDate.parse(day());
        for (int i = random.nextInt(60); i >= 0; i--) {
            LocalDate day = first.plusDays(i);
            Instant reported = Instant.parse(day + "T00:00:00Z").plus(anyHours(48));
            if (random.nextBoolean()) {
                String data =
                        "{\"day\":\"%s\",\"activeUsers\":%d}".formatted(day, random.nextInt(12));
                add(customer, "usage.recorded", data, reported);
            } else {
                String data =
                        "{\"userId\":\"u%d\",\"feature\":\"search\"}".formatted(random.nextInt(5));
                add(customer, "feature.used", data, reported);
            }
        }
    }

    private void shared() {
        int incident = random.nextInt(12);
        switch (random.nextInt(6)) {
            case 4 ->
                    addShared(
                            "market.downturn_started",
                            "{\"industry\":\"%s\"}".formatted(industry()));
            case 5 ->
                    addShared(
                            "market.downturn_ended", "{\"industry\":\"%s\"}".formatted(industry()));
            case 0 -> addShared("incident.opened", "{\"incidentId\":\"I-%d\"}".formatted(incident));
            case 1 ->
                    addShared(
                            "incident.opened",
                            "{\"incidentId\":\"I-%d\",\"customers\":[\"%s\",\"%s\"]}"
                                    .formatted(incident, anyOf(customers), anyOf(customers)));
            case 2 ->
                    addShared("incident.resolved", "{\"incidentId\":\"I-%d\"}".formatted(incident));
            default -> {
                Instant start = time();
                addShared(
                        "maintenance.scheduled",
                        "{\"start\":\"%s\",\"end\":\"%s\",\"announcedAt\":\"%s\"}"
                                .formatted(
                                        start,
                                        start.plus(anyHours(72)).plusSeconds(1),
                                        start.minus(anyHours(400))));
            }
        }
    }

    private String industry() {
        return anyOf("MEDIA", "RETAIL");
    }

    private String role() {
        return anyOf("EXECUTIVE_SPONSOR", "TECHNICAL_LEAD", "CHAMPION", "OTHER");
    }

    private void addShared(String type, String data) {
        Supplier<String> subject = () -> "\"subject\":\"%s\",".formatted(anyOf(customers));
        line(random.nextInt(4) == 0 ? subject.get() : "", type, data, time());
    }

    private void add(String customer, String type, String data) {
        add(customer, type, data, time());
    }

    private void add(String customer, String type, String data, Instant time) {
        line("\"subject\":\"%s\",".formatted(customer), type, data, time);
    }

    private void line(String subject, String type, String data, Instant time) {
        lines.add(
                "{\"specversion\":\"1.0\",\"id\":\"%d\",\"source\":\"/%s\",%s\"type\":\"%s\",\"time\":\"%s\",\"data\":%s}"
                        .formatted(lines.size(), anyOf("crm", "ops"), subject, type, time, data));
    }

    /** On the hour, so that events often share an instant with each other and with deadlines. */
    private Instant time() {
        return BEGIN.plus(anyHours(DAYS * 24));
    }

    private String day() {
        return time().toString().substring(0, 10);
    }

    private Duration anyHours(int below) {
        return Duration.ofHours(random.nextInt(below));
    }

    private String anyOf(String... values) {
        return anyOf(List.of(values));
    }

    private String anyOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
