package io.customerpulse.rules.policy;

import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.CreditTerms;
import io.customerpulse.rules.sla.PromiseTable;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.calendar.CalendarDefinition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads {@code sla.yaml}; its calendars and promises have readers of their own. */
final class SlaPolicyReader {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TWO_YEARS = Duration.ofDays(731);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_MISSES = 1_000;

    private final PolicySection document;

    SlaPolicyReader(PolicySection document) {
        this.document = document;
    }

    SlaPolicy read() {
        Map<String, CalendarDefinition> calendars =
                new PolicyCalendars(document.section("calendars")).read();
        PromiseReader promises = new PromiseReader(calendars, document.section("days"));
        PolicySection internal = document.section("internal");
        PolicySection repeated = document.section("repeated");
        return new SlaPolicy(
                calendars,
                byTier("contract", promises::contract),
                promises.internal(internal.section("severity")),
                groups(internal.section("groups"), promises),
                warnings(document.section("warnings")),
                document.truth("pauseFirstResponse"),
                document.duration("maintenanceNotice", Duration.ZERO, TWO_YEARS),
                keeping(document.section("keep")),
                byTier("credits", SlaPolicyReader::credits),
                new SlaPolicy.Repeated(
                        repeated.whole("inMonth", 2, MOST_MISSES),
                        repeated.whole("inQuarter", 2, MOST_MISSES)),
                byTier("reports", SlaPolicyReader::reports),
                zone(document));
    }

    private <T> Map<Tier, T> byTier(String key, Function<PolicySection, T> reader) {
        PolicySection section = document.section(key);
        Map<Tier, T> byTier = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            byTier.put(tier, reader.apply(section.section(tier.name())));
        }
        return byTier;
    }

    private static Map<TicketGroup, PromiseTable> groups(
            PolicySection groups, PromiseReader promises) {
        List<String> known = Arrays.stream(TicketGroup.values()).map(Enum::name).toList();
        groups.refuseOthers("group", known);
        Map<TicketGroup, PromiseTable> byGroup = new EnumMap<>(TicketGroup.class);
        for (TicketGroup group : TicketGroup.values()) {
            if (groups.has(group.name())) {
                byGroup.put(group, promises.internal(groups.section(group.name())));
            }
        }
        return byGroup;
    }

    private static Map<Tier, List<Integer>> warnings(PolicySection warnings) {
        Map<Tier, List<Integer>> byTier = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            byTier.put(tier, warnings.risingWholes(tier.name(), 1, 99));
        }
        return byTier;
    }

    private static SlaPolicy.Keeping keeping(PolicySection keep) {
        return new SlaPolicy.Keeping(
                keep.duration("closed", DAY, TWO_YEARS),
                keep.duration("solved", DAY, TWO_YEARS),
                keep.duration("neverOpened", DAY, TWO_YEARS));
    }

    private static CreditTerms credits(PolicySection credits) {
        return new CreditTerms(
                credits.decimal("response", BigDecimal.ZERO, HUNDRED),
                credits.decimal("resolution", BigDecimal.ZERO, HUNDRED),
                credits.decimal("repeated", BigDecimal.ZERO, HUNDRED));
    }

    private static SlaPolicy.ReportTerms reports(PolicySection reports) {
        Map<String, SlaPolicy.ReportingPeriod> periods =
                Map.of(
                        "MONTH", SlaPolicy.ReportingPeriod.MONTH,
                        "QUARTER", SlaPolicy.ReportingPeriod.QUARTER);
        return new SlaPolicy.ReportTerms(
                reports.choice("every", periods),
                reports.decimal("targetPercent", BigDecimal.ZERO, HUNDRED));
    }

    private static ZoneId zone(PolicySection document) {
        String name = document.text("reportingZone");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            if (document.sound("reportingZone")) {
                document.problem(
                        "reportingZone",
                        "must be a time zone such as America/New_York, but is \"%s\""
                                .formatted(name));
            }
            return ZoneOffset.UTC;
        }
    }
}
