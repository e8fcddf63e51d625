package io.customerpulse.rules.policy;

import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.customer.CustomerPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Reads {@code customer.yaml}. */
final class CustomerPolicyReader {

    private static final Duration ZERO = Duration.ZERO;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TWO_YEARS = Duration.ofDays(731);
    private static final BigDecimal LARGEST_VALUE = new BigDecimal("1e15");

    private final PolicySection document;

    CustomerPolicyReader(PolicySection document) {
        this.document = document;
    }

    CustomerPolicy read() {
        PolicySection usageSection = document.section("usage");
        CustomerPolicy.Usage usage = usage(usageSection);
        CustomerPolicy.Adoption adoption =
                adoption(document.section("adoption"), usageSection, usage);
        PolicySection downtime = document.section("downtime");
        PolicySection growth = document.section("growth");
        return new CustomerPolicy(
                document.duration("duplicateMemory", HOUR, TWO_YEARS),
                tiers(document.section("tiers")),
                usage,
                adoption,
                ratings(document.section("csat")),
                ratings(document.section("nps")),
                recent("surveys"),
                recent("tickets"),
                new CustomerPolicy.Downtime(
                        window(downtime), downtime.duration("maintenanceNotice", ZERO, TWO_YEARS)),
                reviews(document.section("reviews")),
                recent("actions"),
                new CustomerPolicy.Growth(
                        growth.duration("seats", DAY, TWO_YEARS),
                        growth.duration("contractValue", DAY, TWO_YEARS)));
    }

    private static CustomerPolicy.Tiers tiers(PolicySection tiers) {
        BigDecimal midMarket = tiers.decimal("midMarketFrom", BigDecimal.ZERO, LARGEST_VALUE);
        BigDecimal enterprise = tiers.decimal("enterpriseFrom", BigDecimal.ZERO, LARGEST_VALUE);
        if (tiers.sound("midMarketFrom", "enterpriseFrom")
                && enterprise.compareTo(midMarket) <= 0) {
            tiers.problem(
                    "enterpriseFrom",
                    "must be more than midMarketFrom (%s) or the tiers overlap, but is %s"
                            .formatted(midMarket.toPlainString(), enterprise.toPlainString()));
        }
        return new CustomerPolicy.Tiers(midMarket, enterprise);
    }

    private static CustomerPolicy.Usage usage(PolicySection usage) {
        int daysKept = usage.whole("daysKept", 7, 366);
        int activityDays = usage.whole("activityDays", 1, 180);
        if (usage.sound("daysKept", "activityDays") && daysKept <= 2 * activityDays) {
            usage.problem(
                    "daysKept",
                    "must be more than twice activityDays (%d), but is %d"
                            .formatted(activityDays, daysKept));
        }
        return new CustomerPolicy.Usage(
                usage.truth("telemetry"),
                usage.duration("settles", ZERO, Duration.ofHours(48)),
                daysKept,
                activityDays,
                usage.whole("featureCatalogue", 0, 2_000),
                usage.whole("contentVolume", 0, Integer.MAX_VALUE));
    }

    private static CustomerPolicy.Adoption adoption(
            PolicySection adoption, PolicySection section, CustomerPolicy.Usage usage) {
        int days = adoption.whole("days", 1, 365);
        int knownAfter = adoption.whole("knownAfterDays", 1, 365);
        if (adoption.sound("days", "knownAfterDays") && days > knownAfter) {
            adoption.problem(
                    "knownAfterDays", "must be at least days (" + days + "), but is " + knownAfter);
        }
        if (adoption.sound("days") && section.sound("daysKept") && days >= usage.daysKept()) {
            adoption.problem(
                    "days",
                    "must be less than usage.daysKept (%d), but is %d"
                            .formatted(usage.daysKept(), days));
        }
        return new CustomerPolicy.Adoption(days, knownAfter);
    }

    private static CustomerPolicy.Reviews reviews(PolicySection reviews) {
        PolicySection cadence = reviews.section("cadence");
        Map<Tier, Duration> byTier = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            byTier.put(tier, cadence.duration(tier.name(), DAY, TWO_YEARS));
        }
        return new CustomerPolicy.Reviews(window(reviews), byTier);
    }

    private static CustomerPolicy.Ratings ratings(PolicySection ratings) {
        return new CustomerPolicy.Ratings(
                window(ratings), ratings.whole("answersNeeded", 1, 1_000));
    }

    private CustomerPolicy.Recent recent(String key) {
        return new CustomerPolicy.Recent(window(document.section(key)));
    }

    private static Duration window(PolicySection section) {
        return section.duration("window", DAY, TWO_YEARS);
    }
}
