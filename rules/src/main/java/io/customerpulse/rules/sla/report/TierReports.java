package io.customerpulse.rules.sla.report;

import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Adds up what is reported of customers to what is reported of their tier. */
public final class TierReports {

    private TierReports() {}

    /** The subject of a tier's reports. */
    public static String subject(Tier tier) {
        return "tier:" + tier;
    }

    /**
     * The reports of tiers, one for each tier and period that customers are reported on.
     *
     * @param customers reports of one instant, one for each customer and period, in any order
     */
    public static List<SlaResult.Reported> of(List<SlaResult.Reported> customers) {
        Map<String, List<SlaResult.Reported>> together =
                customers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        report -> report.tier() + " " + report.period(),
                                        TreeMap::new,
                                        Collectors.toList()));
        return together.values().stream().map(TierReports::sum).toList();
    }

    private static SlaResult.Reported sum(List<SlaResult.Reported> customers) {
        SlaResult.Reported any = customers.get(0);
        int met = sum(customers, SlaResult.Reported::met);
        int breached = sum(customers, SlaResult.Reported::breached);
        return new SlaResult.Reported(
                any.tier(),
                any.period(),
                sum(customers, SlaResult.Reported::tickets),
                met,
                breached,
                sum(customers, SlaResult.Reported::excluded),
                Achieved.percent(met, breached),
                any.targetPercent(),
                Optional.empty(),
                any.policyVersion());
    }

    private static int sum(
            List<SlaResult.Reported> customers, ToIntFunction<SlaResult.Reported> number) {
        return customers.stream().mapToInt(number).sum();
    }
}
