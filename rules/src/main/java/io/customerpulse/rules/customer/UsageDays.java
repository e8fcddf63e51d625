package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import io.customerpulse.rules.state.Deferred;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Usage of a customer in day buckets (UTC days, as epoch days), filled by telemetry in any order:
 * of several reports the largest number counts, of single uses the distinct users.
 */
public final class UsageDays {

    private static final class Day {
        final long epochDay;
        int reported;
        final DistinctUsers users;

        Day(long epochDay) {
            this(epochDay, 0, new DistinctUsers());
        }

        Day(long epochDay, int reported, DistinctUsers users) {
            this.epochDay = epochDay;
            this.reported = reported;
            this.users = users;
        }

        int activeUsers() {
            return Math.max(reported, users.count());
        }
    }

    /** Both in the order of the days. Telemetry fills open ones, so the closed stay encoded. */
    private final List<Day> open = new ArrayList<>();

    private Deferred<List<Day>> closed =
            Deferred.of(new ArrayList<>(), UsageDays::readClosed, UsageDays::writeClosed);
    private OptionalLong firstUsageDay = OptionalLong.empty();

    /** Notes a report of a day; false when it changes nothing. */
    public boolean report(long epochDay, int activeUsers) {
        Day day = dayAt(epochDay);
        if (activeUsers <= day.reported) {
            return false;
        }
        day.reported = activeUsers;
        noteUsage(epochDay);
        return true;
    }

    /** Notes that a user was active; false when that changes nothing or the day is closed. */
    public boolean use(long epochDay, String userId) {
        if (!dayAt(epochDay).users.add(userId)) {
            return false;
        }
        noteUsage(epochDay);
        return true;
    }

    /** The larger of the reported and the counted users of a day; 0 for a day without usage. */
    public int activeUsers(long epochDay) {
        return find(epochDay).map(Day::activeUsers).orElse(0);
    }

    /** The first day on which anybody was active. */
    public OptionalLong firstUsageDay() {
        return firstUsageDay;
    }

    /** The latest day of which anything is known, which may lie ahead. */
    public OptionalLong lastDay() {
        return LongStream.concat(
                        open.stream().mapToLong(day -> day.epochDay),
                        closed.get().stream().mapToLong(day -> day.epochDay))
                .max();
    }

    /** Whether a day up to this one still keeps its users apart. */
    public boolean hasOpenDay(long upTo) {
        return !open.isEmpty() && open.get(0).epochDay <= upTo;
    }

    /** Keeps bare numbers for the days up to this one, and nothing of those before the oldest. */
    public void close(long lastCompleteDay, long oldestKept) {
        for (Day day : open) {
            if (day.epochDay <= lastCompleteDay) {
                day.users.close();
                insert(closed.get(), day);
            }
        }
        open.removeIf(day -> day.epochDay <= lastCompleteDay || day.epochDay < oldestKept);
        closed.get().removeIf(day -> day.epochDay < oldestKept);
    }

    private void noteUsage(long epochDay) {
        if (firstUsageDay.isEmpty() || epochDay < firstUsageDay.getAsLong()) {
            firstUsageDay = OptionalLong.of(epochDay);
        }
    }

    private Day dayAt(long epochDay) {
        return find(epochDay)
                .orElseGet(
                        () -> {
                            Day day = new Day(epochDay);
                            insert(open, day);
                            return day;
                        });
    }

    private Optional<Day> find(long epochDay) {
        Optional<Day> found = find(open, epochDay);
        return found.isPresent() ? found : find(closed.get(), epochDay);
    }

    private static Optional<Day> find(List<Day> days, long epochDay) {
        int place = placeOf(days, epochDay);
        return place >= 0 ? Optional.of(days.get(place)) : Optional.empty();
    }

    private static void insert(List<Day> days, Day day) {
        days.add(-placeOf(days, day.epochDay) - 1, day);
    }

    /** Where the day is, or where it would go as {@code -place - 1}; nearly always at the end. */
    private static int placeOf(List<Day> days, long epochDay) {
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
        out.writeBoolean(firstUsageDay.isPresent());
        if (firstUsageDay.isPresent()) {
            out.writeNumber(firstUsageDay.getAsLong());
        }
        write(out, open, (o, users) -> users.write(o));
        closed.write(out);
    }

    static UsageDays read(CompactInput in) throws IOException {
        UsageDays usage = new UsageDays();
        if (in.readBoolean()) {
            usage.firstUsageDay = OptionalLong.of(in.readNumber());
        }
        read(in, usage.open, DistinctUsers::read);
        usage.closed = Deferred.read(in, UsageDays::readClosed, UsageDays::writeClosed);
        return usage;
    }

    private static void writeClosed(CompactOutput out, List<Day> days) throws IOException {
        write(out, days, (o, users) -> o.writeCount(users.count()));
    }

    private static List<Day> readClosed(CompactInput in) throws IOException {
        List<Day> days = new ArrayList<>();
        read(in, days, i -> DistinctUsers.closed(i.readSize()));
        return days;
    }

    private static void write(
            CompactOutput out, List<Day> days, CompactOutput.Element<DistinctUsers> users)
            throws IOException {
        out.writeCount(days.size());
        long previous = 0;
        for (Day day : days) {
            out.writeNumber(day.epochDay - previous);
            previous = day.epochDay;
            out.writeCount(day.reported);
            users.write(out, day.users);
        }
    }

    private static void read(
            CompactInput in, List<Day> days, CompactInput.Element<DistinctUsers> users)
            throws IOException {
        long previous = 0;
        for (int i = in.readSize(); i > 0; i--) {
            previous += in.readNumber();
            days.add(new Day(previous, in.readSize(), users.read(in)));
        }
    }
}
