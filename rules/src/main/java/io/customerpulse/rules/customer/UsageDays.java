package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.UsageFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Usage of a customer in day buckets (UTC days, as epoch days), filled by telemetry in any order:
 * of several reports the largest number counts, of single uses the distinct users.
 */
public final class UsageDays {

    private final List<UsageDay> days = new ArrayList<>();
    private FeatureNames featureNames = new FeatureNames();
    private OptionalLong firstUsageDay = OptionalLong.empty();
    private OptionalLong lastForgottenUsageDay = OptionalLong.empty();

    /**
     * Notes a report of a day.
     *
     * @param withFeatures whether features are of interest
     * @return false when it changes nothing
     */
    public boolean report(UsageFact.Recorded report, boolean withFeatures) {
        UsageDay day = dayAt(report.day().toEpochDay());
        int integrations =
                report.integrationsActive().isPresent()
                        ? report.integrationsActive().getAsInt() + 1
                        : 0;
        boolean changed =
                day.report(report.activeUsers(), report.contentItems().orElse(0), integrations);
        if (withFeatures) {
            for (String feature : report.featuresUsed()) {
                changed |= useFeature(day, feature);
            }
        }
        if (report.activeUsers() > 0) {
            noteUsage(day.epochDay);
        }
        return changed;
    }

    /**
     * Notes that a user was active; false when that changes nothing.
     *
     * @param withFeatures whether features are of interest
     */
    public boolean use(long epochDay, UsageFact.FeatureUsed use, boolean withFeatures) {
        UsageDay day = dayAt(epochDay);
        boolean changed = day.use(use.userId());
        if (changed) {
            noteUsage(epochDay);
        }
        if (withFeatures && !day.isClosed()) {
            changed |= useFeature(day, use.feature());
        }
        return changed;
    }

    private boolean useFeature(UsageDay day, String feature) {
        int index = featureNames.indexOf(feature);
        return index >= 0 && day.useFeature(index);
    }

    /** The larger of the reported and the counted users of a day; 0 for a day without usage. */
    public int activeUsers(long epochDay) {
        int place = placeOf(epochDay);
        return place >= 0 ? days.get(place).activeUsers() : 0;
    }

    /** The sum of the daily active users over some days. */
    public long activeUsers(long firstDay, long lastDay) {
        return between(firstDay, lastDay).stream().mapToLong(UsageDay::activeUsers).sum();
    }

    /** The most users active on one of these days. */
    public int mostActiveUsers(long firstDay, long lastDay) {
        return between(firstDay, lastDay).stream().mapToInt(UsageDay::activeUsers).max().orElse(0);
    }

    /** How many of these days had any usage. */
    public int usageDays(long firstDay, long lastDay) {
        return (int)
                between(firstDay, lastDay).stream().filter(day -> day.activeUsers() > 0).count();
    }

    /** How many different features were used on these days. */
    public int features(long firstDay, long lastDay) {
        BitSet used = new BitSet();
        between(firstDay, lastDay).forEach(day -> used.or(day.features()));
        return used.cardinality();
    }

    /** The sum of the content items of these days. */
    public long contentItems(long firstDay, long lastDay) {
        return between(firstDay, lastDay).stream().mapToLong(UsageDay::contentItems).sum();
    }

    /** The most integrations reported on one of these days; empty when no report names any. */
    public OptionalInt integrations(long firstDay, long lastDay) {
        int most =
                between(firstDay, lastDay).stream()
                        .mapToInt(UsageDay::integrations)
                        .max()
                        .orElse(0);
        return most == 0 ? OptionalInt.empty() : OptionalInt.of(most - 1);
    }

    /** The first day on which anybody was active. */
    public OptionalLong firstUsageDay() {
        return firstUsageDay;
    }

    /** The last day up to this one on which anybody was active. */
    public OptionalLong lastUsageDay(long upTo) {
        for (int i = days.size() - 1; i >= 0; i--) {
            UsageDay day = days.get(i);
            if (day.epochDay <= upTo && day.activeUsers() > 0) {
                return OptionalLong.of(day.epochDay);
            }
        }
        return lastForgottenUsageDay;
    }

    /** Whether any day after this one is kept. */
    public boolean hasDaysAfter(long epochDay) {
        return !days.isEmpty() && days.get(days.size() - 1).epochDay > epochDay;
    }

    /** Keeps bare numbers for the days up to this one, and nothing of those before the oldest. */
    public void close(long lastCompleteDay, long oldestKept) {
        boolean forgotten = false;
        while (!days.isEmpty() && days.get(0).epochDay < oldestKept) {
            UsageDay day = days.remove(0);
            forgotten = true;
            if (day.activeUsers() > 0) {
                lastForgottenUsageDay = OptionalLong.of(day.epochDay);
            }
        }
        for (UsageDay day : days) {
            if (day.epochDay <= lastCompleteDay) {
                day.close();
            }
        }
        if (forgotten) {
            BitSet used = new BitSet();
            days.forEach(day -> used.or(day.features()));
            featureNames.keepOnly(used);
        }
    }

    private List<UsageDay> between(long firstDay, long lastDay) {
        return days.stream()
                .filter(day -> day.epochDay >= firstDay && day.epochDay <= lastDay)
                .toList();
    }

    private void noteUsage(long epochDay) {
        if (firstUsageDay.isEmpty() || epochDay < firstUsageDay.getAsLong()) {
            firstUsageDay = OptionalLong.of(epochDay);
        }
    }

    private UsageDay dayAt(long epochDay) {
        int place = placeOf(epochDay);
        if (place < 0) {
            place = -place - 1;
            days.add(place, new UsageDay(epochDay));
        }
        return days.get(place);
    }

    /** Where the day is, or where it would go as {@code -place - 1}; nearly always at the end. */
    private int placeOf(long epochDay) {
        for (int i = days.size() - 1; i >= 0; i--) {
            long other = days.get(i).epochDay;
            if (other == epochDay) {
                return i;
            }
            if (other < epochDay) {
                return -(i + 1) - 1;
            }
        }
        return -1;
    }

    void write(CompactOutput out) throws IOException {
        writeDay(out, firstUsageDay);
        writeDay(out, lastForgottenUsageDay);
        featureNames.write(out);
        out.writeCount(days.size());
        long previous = 0;
        for (UsageDay day : days) {
            out.writeNumber(day.epochDay - previous);
            previous = day.epochDay;
            day.write(out);
        }
    }

    private static void writeDay(CompactOutput out, OptionalLong day) throws IOException {
        out.writeBoolean(day.isPresent());
        if (day.isPresent()) {
            out.writeNumber(day.getAsLong());
        }
    }

    static UsageDays read(CompactInput in) throws IOException {
        UsageDays usage = new UsageDays();
        usage.firstUsageDay = readDay(in);
        usage.lastForgottenUsageDay = readDay(in);
        usage.featureNames = FeatureNames.read(in);
        long previous = 0;
        for (int i = in.readSize(); i > 0; i--) {
            previous += in.readNumber();
            usage.days.add(UsageDay.read(in, previous));
        }
        return usage;
    }

    private static OptionalLong readDay(CompactInput in) throws IOException {
        return in.readBoolean() ? OptionalLong.of(in.readNumber()) : OptionalLong.empty();
    }
}
