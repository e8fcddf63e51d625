package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.UsageFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import io.customerpulse.rules.state.Deferred;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Usage of a customer in day buckets (UTC days, as epoch days), filled by telemetry in any order:
 * of several reports the largest number counts, of single uses the distinct users.
 */
public final class UsageDays {

    /** Both in the order of the days. Telemetry fills open ones, so the closed stay encoded. */
    private final List<UsageDay> open = new ArrayList<>();

    private Deferred<List<UsageDay>> closed =
            Deferred.of(new ArrayList<>(), UsageDays::readClosed, UsageDays::writeClosed);
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
        if (withFeatures) {
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
        return find(epochDay).map(UsageDay::activeUsers).orElse(0);
    }

    /** The sum of the daily active users over some days. */
    public long activeUsers(long firstDay, long lastDay) {
        return activeUsers(firstDay, lastDay, Integer.MAX_VALUE);
    }

    /** The sum of the daily active users over some days, of each day at most so many. */
    public long activeUsers(long firstDay, long lastDay, int atMost) {
        long sum = 0;
        for (UsageDay day : between(firstDay, lastDay)) {
            sum += Math.min(day.activeUsers(), atMost);
        }
        return sum;
    }

    /** The most users active on one of these days. */
    public int mostActiveUsers(long firstDay, long lastDay) {
        int most = 0;
        for (UsageDay day : between(firstDay, lastDay)) {
            most = Math.max(most, day.activeUsers());
        }
        return most;
    }

    /** How many of these days had any usage. */
    public int usageDays(long firstDay, long lastDay) {
        int days = 0;
        for (UsageDay day : between(firstDay, lastDay)) {
            days += day.activeUsers() > 0 ? 1 : 0;
        }
        return days;
    }

    /** How many different features were used on these days. */
    public int features(long firstDay, long lastDay) {
        BitSet used = new BitSet();
        for (UsageDay day : between(firstDay, lastDay)) {
            used.or(day.features());
        }
        return used.cardinality();
    }

    /** The sum of the content items of these days. */
    public long contentItems(long firstDay, long lastDay) {
        long sum = 0;
        for (UsageDay day : between(firstDay, lastDay)) {
            sum += day.contentItems();
        }
        return sum;
    }

    /** The most integrations reported on one of these days; empty when no report names any. */
    public OptionalInt integrations(long firstDay, long lastDay) {
        int most = 0;
        for (UsageDay day : between(firstDay, lastDay)) {
            most = Math.max(most, day.integrations());
        }
        return most == 0 ? OptionalInt.empty() : OptionalInt.of(most - 1);
    }

    /** The first day on which anybody was active. */
    public OptionalLong firstUsageDay() {
        return firstUsageDay;
    }

    /** The last day up to this one on which anybody was active. */
    public OptionalLong lastUsageDay(long upTo) {
        long last = Math.max(lastUsageDay(closed.get(), upTo), lastUsageDay(open, upTo));
        return last == Long.MIN_VALUE ? lastForgottenUsageDay : OptionalLong.of(last);
    }

    private static long lastUsageDay(List<UsageDay> days, long upTo) {
        for (int i = days.size() - 1; i >= 0; i--) {
            UsageDay day = days.get(i);
            if (day.epochDay <= upTo && day.activeUsers() > 0) {
                return day.epochDay;
            }
        }
        return Long.MIN_VALUE;
    }

    /** The latest day of which anything is known, which may lie ahead. */
    public OptionalLong lastDay() {
        long last = Math.max(lastDay(closed.get()), lastDay(open));
        return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
    }

    private static long lastDay(List<UsageDay> days) {
        return days.isEmpty() ? Long.MIN_VALUE : days.get(days.size() - 1).epochDay;
    }

    /** Whether any day after this one is kept. */
    public boolean hasDaysAfter(long epochDay) {
        return Math.max(lastDay(closed.get()), lastDay(open)) > epochDay;
    }

    /** Keeps bare numbers for the days up to this one, and nothing of those before the oldest. */
    public void close(long lastCompleteDay, long oldestKept) {
        for (UsageDay day : open) {
            if (day.epochDay <= lastCompleteDay) {
                day.close();
                insert(closed.get(), day);
            }
        }
        open.removeIf(day -> day.epochDay <= lastCompleteDay);
        boolean forgotten = false;
        while (!closed.get().isEmpty() && closed.get().get(0).epochDay < oldestKept) {
            UsageDay day = closed.get().remove(0);
            forgotten = true;
            if (day.activeUsers() > 0) {
                lastForgottenUsageDay = OptionalLong.of(day.epochDay);
            }
        }
        if (forgotten) {
            BitSet used = new BitSet();
            between(Long.MIN_VALUE, Long.MAX_VALUE).forEach(day -> used.or(day.features()));
            featureNames.keepOnly(used);
        }
    }

    private List<UsageDay> between(long firstDay, long lastDay) {
        List<UsageDay> settled = between(closed.get(), firstDay, lastDay);
        List<UsageDay> fresh = between(open, firstDay, lastDay);
        if (fresh.isEmpty()) {
            return settled;
        }
        List<UsageDay> both = new ArrayList<>(settled);
        both.addAll(fresh);
        return both;
    }

    private static List<UsageDay> between(List<UsageDay> days, long firstDay, long lastDay) {
        int until = days.size();
        while (until > 0 && days.get(until - 1).epochDay > lastDay) {
            until--;
        }
        int from = until;
        while (from > 0 && days.get(from - 1).epochDay >= firstDay) {
            from--;
        }
        return days.subList(from, until);
    }

    private void noteUsage(long epochDay) {
        if (firstUsageDay.isEmpty() || epochDay < firstUsageDay.getAsLong()) {
            firstUsageDay = OptionalLong.of(epochDay);
        }
    }

    private UsageDay dayAt(long epochDay) {
        return find(epochDay)
                .orElseGet(
                        () -> {
                            UsageDay day = new UsageDay(epochDay);
                            insert(open, day);
                            return day;
                        });
    }

    private Optional<UsageDay> find(long epochDay) {
        Optional<UsageDay> found = find(open, epochDay);
        return found.isPresent() ? found : find(closed.get(), epochDay);
    }

    private static Optional<UsageDay> find(List<UsageDay> days, long epochDay) {
        int place = placeOf(days, epochDay);
        return place >= 0 ? Optional.of(days.get(place)) : Optional.empty();
    }

    private static void insert(List<UsageDay> days, UsageDay day) {
        days.add(-placeOf(days, day.epochDay) - 1, day);
    }

    /** Where the day is, or where it would go as {@code -place - 1}; nearly always at the end. */
    private static int placeOf(List<UsageDay> days, long epochDay) {
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
        write(out, open);
        closed.write(out);
    }

    static UsageDays read(CompactInput in) throws IOException {
        UsageDays usage = new UsageDays();
        usage.firstUsageDay = readDay(in);
        usage.lastForgottenUsageDay = readDay(in);
        usage.featureNames = FeatureNames.read(in);
        usage.open.addAll(read(in, UsageDay::readOpen));
        usage.closed = Deferred.read(in, UsageDays::readClosed, UsageDays::writeClosed);
        return usage;
    }

    private static void writeClosed(CompactOutput out, List<UsageDay> days) throws IOException {
        write(out, days);
    }

    private static List<UsageDay> readClosed(CompactInput in) throws IOException {
        return read(in, UsageDay::readClosed);
    }

    private static void write(CompactOutput out, List<UsageDay> days) throws IOException {
        out.writeCount(days.size());
        long previous = 0;
        for (UsageDay day : days) {
            out.writeNumber(day.epochDay - previous);
            previous = day.epochDay;
            day.write(out);
        }
    }

    /** Reads the day of which the number is known. */
    private interface DayReader {
        UsageDay read(CompactInput in, long epochDay) throws IOException;
    }

    private static List<UsageDay> read(CompactInput in, DayReader reader) throws IOException {
        List<UsageDay> days = new ArrayList<>();
        long previous = 0;
        for (int i = in.readSize(); i > 0; i--) {
            previous += in.readNumber();
            days.add(reader.read(in, previous));
        }
        return days;
    }

    private static void writeDay(CompactOutput out, OptionalLong day) throws IOException {
        out.writeBoolean(day.isPresent());
        if (day.isPresent()) {
            out.writeNumber(day.getAsLong());
        }
    }

    private static OptionalLong readDay(CompactInput in) throws IOException {
        return in.readBoolean() ? OptionalLong.of(in.readNumber()) : OptionalLong.empty();
    }
}
