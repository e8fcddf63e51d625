package io.customerpulse.command.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * How many seats a customer has on which day.
 *
 * @param changes in time order; the first is the number at the beginning
 */
record SeatCourse(List<Change> changes) {

    /** From this day on, so many seats. */
    record Change(int day, int seats) {}

    private static final int MOST_CHANGES = 12;

    SeatCourse {
        changes = List.copyOf(changes);
    }

    /** The course that goes with a story. */
    static SeatCourse of(Plot plot, int seats, int days, RandomStream random) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(0, seats));
        switch (plot.story()) {
            case GROWING -> grow(changes, plot.turnDay(), days, random);
            case PRICE_SHOCK ->
                    changes.add(
                            new Change(plot.reliefDay(), share(seats, random.between(0.75, 0.9))));
            case STEADY,
                    FADING,
                    SPONSOR_LEAVES,
                    OUTAGE,
                    BAD_SUPPORT,
                    STALLED_IMPLEMENTATION,
                    RENEWAL_AT_RISK,
                    CHURN -> {}
        }
        return new SeatCourse(changes);
    }

    private static void grow(List<Change> changes, int turn, int days, RandomStream random) {
        int day = turn + random.between(5, 25);
        int seats = changes.get(0).seats();
        while (day < days && changes.size() <= MOST_CHANGES) {
            seats = Math.max(seats + 1, share(seats, random.between(1.06, 1.16)));
            changes.add(new Change(day, seats));
            day += random.between(45, 75);
        }
    }

    private static int share(int seats, double share) {
        return Math.max(1, (int) (seats * share));
    }

    /** The seats of a day. */
    int on(int day) {
        int seats = 0;
        for (Change change : changes) {
            if (change.day() <= day) {
                seats = change.seats();
            }
        }
        return seats;
    }
}
