package io.customerpulse.rules.policy;

import io.customerpulse.events.result.FlagColor;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.risk.RiskPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code flags.yaml}. */
final class FlagPolicyReader {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TWO_YEARS = Duration.ofDays(731);

    /** Each answer in a row opens a partial match; more would be dear for every answer. */
    private static final int MOST_TIMES = 100;

    private final PolicySection document;
    private final PolicySection flags;
    private final Map<Flag, PolicySection> sections = new EnumMap<>(Flag.class);
    private final PolicySection notUsed;
    private final PolicySection growing;

    FlagPolicyReader(PolicySection document) {
        this.document = document;
        this.flags = document.section("flags");
        this.notUsed = flag(Flag.NOT_USED);
        this.growing = flag(Flag.ADOPTION_GROWING);
    }

    FlagPolicy read() {
        flags.refuseOthers("flag", Arrays.stream(Flag.values()).map(Flag::id).toList());
        PolicySection repeated = flag(Flag.REPEATED_POOR_CSAT);
        PolicySection fell = flag(Flag.NPS_DROP);
        return new FlagPolicy(
                dueWithin(document.section("dueWithin")),
                document.duration("continuesWithin", Duration.ZERO, TWO_YEARS),
                colors(),
                notUsed.whole("below", 1, 100),
                new FlagPolicy.Repeated(
                        repeated.whole("times", 1, MOST_TIMES),
                        repeated.whole("below", 1, 5),
                        repeated.duration("within", HOUR, TWO_YEARS)),
                new FlagPolicy.Fell(
                        fell.whole("moreThan", 0, 200),
                        fell.duration("window", DAY, Duration.ofDays(365)),
                        fell.whole("answersNeeded", 1, 1_000),
                        lasts(fell)),
                growing.whole("days", 1, 182),
                flag(Flag.HIGH_NPS).whole("above", -100, 100),
                flag(Flag.HIGH_CSAT).whole("above", 1, 5),
                lasts(flag(Flag.REFERRING)),
                lasts(flag(Flag.ADVOCATE)),
                lasts(flag(Flag.SPONSOR_STRONG)));
    }

    /** Notes what does not fit the other documents, each of which is sound by itself. */
    void refuseWhatDoesNotFit(FlagPolicy policy, CustomerPolicy customer, RiskPolicy risk) {
        List<RiskPolicy.LowAdoption.Step> steps = risk.lowAdoption().steps();
        int highest = steps.get(steps.size() - 1).below();
        if (policy.notUsedBelow() > highest) {
            notUsed.problem(
                    "below",
                    "must be at most the highest bound of low-adoption in risk.yaml (%d), but is %d"
                            .formatted(highest, policy.notUsedBelow()));
        }
        if (customer.usage().daysKept() <= 2 * policy.growthDays()) {
            growing.problem(
                    "days",
                    "must be less than half of usage.daysKept in customer.yaml (%d), but is %d"
                            .formatted(customer.usage().daysKept(), policy.growthDays()));
        }
    }

    private Map<Flag, FlagColor> colors() {
        Map<Flag, FlagColor> colors = new EnumMap<>(Flag.class);
        for (Flag flag : Flag.values()) {
            PolicySection section = flag(flag);
            String written = section.text("color");
            Optional<FlagColor> color =
                    Arrays.stream(FlagColor.values())
                            .filter(c -> c.name().equals(written))
                            .findFirst();
            if (color.isEmpty() && section.sound("color")) {
                section.problem(
                        "color",
                        "is not a color: \"%s\"; there are %s"
                                .formatted(written, Arrays.toString(FlagColor.values())));
            }
            colors.put(flag, color.orElse(FlagColor.GREEN));
        }
        return colors;
    }

    private static Map<FlagColor, Duration> dueWithin(PolicySection section) {
        Map<FlagColor, Duration> due = new EnumMap<>(FlagColor.class);
        for (FlagColor color : List.of(FlagColor.RED, FlagColor.YELLOW)) {
            due.put(color, section.duration(color.name(), HOUR, TWO_YEARS));
        }
        return due;
    }

    private static Duration lasts(PolicySection section) {
        return section.duration("lasts", HOUR, TWO_YEARS);
    }

    /** The flag's section, which notes what was read of it. */
    private PolicySection flag(Flag flag) {
        return sections.computeIfAbsent(flag, f -> flags.section(f.id()));
    }
}
