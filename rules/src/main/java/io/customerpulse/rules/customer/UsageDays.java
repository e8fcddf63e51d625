package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Usage of a customer in day buckets (UTC days, as epoch days), filled by telemetry in any order:
 * of several reports the largest number counts, of single uses the distinct users.
 */
public final class UsageDays {

    private static final class Day {
        final long epochDay;
        int reported;
        DistinctUsers users = new DistinctUsers();

        Day(long epochDay) {
            this.epochDay = epochDay;
        }

        int activeUsers() {
            return Math.max(reported, users.count());
        }
    }

    private final List<Day> days = new ArrayList<>();
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
        int place = placeOf(epochDay);
        return place >= 0 ? days.get(place).activeUsers() : 0;
    }

    /** The first day on which anybody was active. */
    public OptionalLong firstUsageDay() {
        return firstUsageDay;
    }

    /** Keeps bare numbers for the days up to this one, and nothing of those before the oldest. */
    public void close(long lastCompleteDay, long oldestKept) {
        days.removeIf(day -> day.epochDay < oldestKept);
        for (Day day : days) {
            if (day.epochDay <= lastCompleteDay && !day.users.isClosed()) {
                day.users.close();
            }
        }
    }

    private void noteUsage(long epochDay) {
        if (firstUsageDay.isEmpty() || epochDay < firstUsageDay.getAsLong()) {
            firstUsageDay = OptionalLong.of(epochDay);
        }
    }

    private Day dayAt(long epochDay) {
        int place = placeOf(epochDay);
        if (place < 0) {
            place = -place - 1;
            days.add(place, new Day(epochDay));
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
        out.writeBoolean(firstUsageDay.isPresent());
        if (firstUsageDay.isPresent()) {
            out.writeNumber(firstUsageDay.getAsLong());
        }
        out.writeCount(days.size());
        long previous = 0;
        for (Day day : days) {
            out.writeNumber(day.epochDay - previous);
            previous = day.epochDay;
            out.writeCount(day.reported);
            day.users.write(out);
        }
    }

    static UsageDays read(CompactInput in) throws IOException {
        UsageDays usage = new UsageDays();
        if (in.readBoolean()) {
            usage.firstUsageDay = OptionalLong.of(in.readNumber());
        }
        long previous = 0;
        for (int i = in.readSize(); i > 0; i--) {
            previous += in.readNumber();
            Day day = new Day(previous);
            day.reported = in.readSize();
            day.users = DistinctUsers.read(in);
            usage.days.add(day);
        }
        return usage;
    }
}
