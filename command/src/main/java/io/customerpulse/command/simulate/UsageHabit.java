package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.UsageFact;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Who works with the product: a sum each day, told in the night after it, or every single action
 * while it happens. Working days and weekends differ.
 */
final class UsageHabit implements Habit {

    private static final List<String> FEATURES =
            List.of(
                    "alerts",
                    "api",
                    "approvals",
                    "archive",
                    "audit",
                    "automation",
                    "boards",
                    "calendar",
                    "charts",
                    "comments",
                    "connectors",
                    "dashboards",
                    "documents",
                    "export",
                    "forecast",
                    "forms",
                    "import",
                    "mobile",
                    "notifications",
                    "reports",
                    "search",
                    "tasks",
                    "templates",
                    "workflows");
    private static final double WEEKEND_SHARE = 0.38;
    private static final int MOST_ACTIONS = 3;

    private final Profile profile;
    private final SeatCourse seats;
    private final int goLiveDay;
    private final RandomStream random;
    // Twice in a row, so that a day's features are a part of it wherever they begin.
    private final List<String> favourites;
    private final int variety;

    UsageHabit(Profile profile, SeatCourse seats, int goLiveDay, RandomStream random) {
        this.profile = profile;
        this.seats = seats;
        this.goLiveDay = goLiveDay;
        this.random = random;
        this.variety = random.between(10, 20);
        int from = random.below(FEATURES.size());
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 2 * variety; i++) {
            chosen.add(FEATURES.get((from + i % variety) % FEATURES.size()));
        }
        this.favourites = List.copyOf(chosen);
    }

    @Override
    public void plan(Day day, Mood mood, Agenda agenda) {
        if (day.index() < goLiveDay) {
            return;
        }
        int licensed = seats.on(day.index());
        double share =
                profile.usualShare()
                        * mood.usage()
                        * (day.weekend() ? WEEKEND_SHARE : 1)
                        * random.between(0.93, 1.07);
        int active = Math.min(licensed, (int) Math.round(share * licensed));
        if (profile.singleActions()) {
            act(day, active, licensed, agenda);
        } else {
            report(day, active, mood, agenda);
        }
    }

    private void act(Day day, int active, int licensed, Agenda agenda) {
        int first = random.below(licensed - active + 1);
        for (int i = 0; i < active; i++) {
            String user = profile.customer() + "-u-" + (first + i + 1);
            for (int actions = random.between(1, MOST_ACTIONS); actions > 0; actions--) {
                agenda.add(
                        profile.region().workingTime(day, random),
                        new UsageFact.FeatureUsed(user, favourites.get(random.below(variety))));
            }
        }
    }

    private void report(Day day, int active, Mood mood, Agenda agenda) {
        int used =
                active == 0
                        ? 0
                        : Math.max(
                                1,
                                (int)
                                        (variety
                                                * random.between(0.4, 0.8)
                                                * Math.min(1, 0.3 + 0.7 * mood.usage())));
        int from = random.below(variety);
        long reported = day.plus(1).start() + random.between(50 * Day.MINUTE, 5 * Day.HOUR);
        agenda.add(
                reported,
                new UsageFact.Recorded(
                        day.date(),
                        active,
                        OptionalInt.of((int) (active * random.between(1.3, 2.6))),
                        favourites.subList(from, from + Math.min(used, variety)),
                        OptionalInt.of((int) (active * random.between(0.5, 3.0))),
                        OptionalInt.of(active == 0 ? 0 : profile.integrations())));
    }
}
