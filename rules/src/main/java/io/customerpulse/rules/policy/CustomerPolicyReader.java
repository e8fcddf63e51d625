package io.customerpulse.rules.policy;

import io.customerpulse.rules.customer.CustomerPolicy;
import java.time.Duration;

/** Reads {@code customer.yaml}. */
final class CustomerPolicyReader {

    private static final Duration ZERO = Duration.ZERO;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TWO_YEARS = Duration.ofDays(731);

    private final PolicySection document;

    CustomerPolicyReader(PolicySection document) {
        this.document = document;
    }

    CustomerPolicy read() {
        PolicySection usage = document.section("usage");
        PolicySection adoption = document.section("adoption");
        PolicySection csat = document.section("csat");
        PolicySection tickets = document.section("tickets");
        PolicySection downtime = document.section("downtime");
        int daysKept = usage.whole("daysKept", 7, 366);
        int adoptionDays = adoption.whole("days", 1, 365);
        int knownAfter = adoption.whole("knownAfterDays", 1, 365);
        if (adoption.sound("days", "knownAfterDays") && adoptionDays > knownAfter) {
            adoption.problem(
                    "knownAfterDays",
                    "must be at least days (" + adoptionDays + "), but is " + knownAfter);
        }
        if (adoption.sound("days") && usage.sound("daysKept") && adoptionDays >= daysKept) {
            usage.problem(
                    "daysKept",
                    "must be more than adoption.days (%d), but is %d"
                            .formatted(adoptionDays, daysKept));
        }
        return new CustomerPolicy(
                usage.truth("telemetry"),
                usage.duration("settles", ZERO, Duration.ofHours(48)),
                daysKept,
                document.duration("duplicateMemory", HOUR, TWO_YEARS),
                new CustomerPolicy.Adoption(adoptionDays, knownAfter),
                new CustomerPolicy.Csat(
                        csat.duration("window", DAY, TWO_YEARS),
                        csat.whole("answersNeeded", 1, 1_000)),
                new CustomerPolicy.Tickets(tickets.duration("window", DAY, TWO_YEARS)),
                new CustomerPolicy.Downtime(
                        downtime.duration("window", DAY, TWO_YEARS),
                        downtime.duration("maintenanceNotice", ZERO, TWO_YEARS)));
    }
}
