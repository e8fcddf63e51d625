package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.TicketGroup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tickets, each with its whole life: opened, answered, waiting and resumed, solved, perhaps
 * reopened, closed, and the survey about it.
 */
final class TicketHabit implements Habit {

    private static final double DAYS_A_MONTH = 30;
    private static final long CLOSES_AFTER = 72 * Day.HOUR;
    private static final List<String> TECHNICAL_ROLES = List.of("ADMIN", "USER", "DEVELOPER");
    private static final List<ExclusionReason> EXCLUSIONS = List.of(ExclusionReason.values());

    private final Profile profile;
    private final int goLiveDay;
    private final RandomStream random;
    private int opened;

    TicketHabit(Profile profile, int goLiveDay, RandomStream random) {
        this.profile = profile;
        this.goLiveDay = goLiveDay;
        this.random = random;
    }

    @Override
    public void plan(Day day, Mood mood, Agenda agenda) {
        double monthly = usualTickets() + mood.extraTickets();
        double daily = monthly / DAYS_A_MONTH * (day.weekend() ? 0.3 : 1.28);
        for (int i = random.times(daily); i > 0; i--) {
            long time = profile.region().workingTime(day, random);
            open(time, severity(), kind(day), Optional.empty(), mood, agenda);
        }
    }

    /** Opens tickets of one problem, the first of them soon after an instant. */
    void openForProblem(long from, String problem, int count, Mood mood, Agenda agenda) {
        for (int i = 0; i < count; i++) {
            Severity severity = i == 0 ? Severity.P0 : Severity.P1;
            long time = from + random.between(5 * Day.MINUTE, 90 * Day.MINUTE);
            open(time, severity, TicketGroup.TECHNICAL, Optional.of(problem), mood, agenda);
        }
    }

    private double usualTickets() {
        return switch (profile.tier()) {
            case STARTER -> 0.5;
            case MID_MARKET -> 0.9;
            case ENTERPRISE -> 1.4;
        };
    }

    private Severity severity() {
        double drawn = random.fraction();
        if (drawn < 0.02) {
            return Severity.P0;
        } else if (drawn < 0.15) {
            return Severity.P1;
        }
        return drawn < 0.6 ? Severity.P2 : Severity.P3;
    }

    private TicketGroup kind(Day day) {
        if (day.index() < goLiveDay) {
            return random.chance(0.7) ? TicketGroup.IMPLEMENTATION : TicketGroup.TECHNICAL;
        }
        double drawn = random.fraction();
        if (drawn < 0.12) {
            return TicketGroup.BILLING;
        }
        return drawn < 0.2 ? TicketGroup.IMPLEMENTATION : TicketGroup.TECHNICAL;
    }

    private void open(
            long time,
            Severity severity,
            TicketGroup group,
            Optional<String> problem,
            Mood mood,
            Agenda agenda) {
        String ticket = Names.thing(profile.customer(), 't', ++opened);
        agenda.add(
                time,
                new TicketFact.Opened(
                        ticket,
                        severity,
                        Optional.of(group),
                        Optional.of(requester(group)),
                        Optional.empty(),
                        group == TicketGroup.IMPLEMENTATION && random.chance(0.2),
                        problem,
                        random.chance(0.3)
                                ? OptionalInt.of(random.between(1, 1 + profile.seats() / 2))
                                : OptionalInt.empty()));
        handle(ticket, time, severity, mood, agenda);
    }

    private String requester(TicketGroup group) {
        if (group == TicketGroup.BILLING) {
            return random.chance(0.6) ? "FINANCE" : "ADMIN";
        }
        return random.pick(TECHNICAL_ROLES);
    }

    private void handle(String ticket, long opening, Severity severity, Mood mood, Agenda agenda) {
        // Bad support takes up to eight times as long.
        double pace = 1 + 7 * (1 - mood.support());
        long hour = (long) (Day.HOUR * pace);
        long time = opening;
        if (random.chance(0.3)) {
            agenda.add(time + 2_000, reply(ticket, Author.SYSTEM));
        }
        time += firstReply(severity, hour);
        agenda.add(time, reply(ticket, Author.AGENT));
        if (random.chance(0.06)) {
            time += hour / 4;
            agenda.add(time, new TicketFact.SeverityChanged(ticket, other(severity, mood)));
        }
        if (severity.compareTo(Severity.P1) <= 0 && random.chance(0.5)) {
            time += random.between(hour / 2, 2 * hour);
            agenda.add(time, new TicketFact.WorkaroundGiven(ticket));
        }
        for (int round = random.below(3); round > 0; round--) {
            time = exchange(ticket, time, hour, agenda);
        }
        if (random.chance(0.01)) {
            time += hour / 2;
            agenda.add(time, new TicketFact.Excluded(ticket, random.pick(EXCLUSIONS)));
        }
        time = solve(ticket, time, severity, hour, agenda);
        survey(ticket, time, mood, agenda);
        if (random.chance(0.04 + 0.2 * (1 - mood.support()))) {
            time += random.between(2 * Day.HOUR, 40 * Day.HOUR);
            agenda.add(time, new TicketFact.Reopened(ticket));
            time += firstReply(severity, hour);
            agenda.add(time, reply(ticket, Author.AGENT));
            time = solve(ticket, time, severity, hour, agenda);
        }
        agenda.add(time + CLOSES_AFTER, new TicketFact.Closed(ticket));
    }

    private long firstReply(Severity severity, long hour) {
        return switch (severity) {
            case P0 -> random.between(hour / 12, hour / 3);
            case P1 -> random.between(hour / 6, hour);
            case P2 -> random.between(hour / 2, 4 * hour);
            case P3 -> random.between(hour, 10 * hour);
        };
    }

    /** The agent asks, the customer answers, the agent goes on. */
    private long exchange(String ticket, long from, long hour, Agenda agenda) {
        long time = from;
        if (random.chance(0.6)) {
            time += random.between(5 * Day.MINUTE, hour);
            agenda.add(time, new TicketFact.Waiting(ticket));
            time += random.between(Day.HOUR, 36 * Day.HOUR);
            agenda.add(time, reply(ticket, Author.CUSTOMER));
            time += 1_000;
            agenda.add(time, new TicketFact.Resumed(ticket));
        } else {
            time += random.between(Day.HOUR, 12 * Day.HOUR);
            agenda.add(time, reply(ticket, Author.CUSTOMER));
        }
        time += random.between(hour / 2, 5 * hour);
        agenda.add(time, reply(ticket, Author.AGENT));
        return time;
    }

    private long solve(String ticket, long from, Severity severity, long hour, Agenda agenda) {
        long time =
                from
                        + switch (severity) {
                            case P0 -> random.between(hour / 2, 4 * hour);
                            case P1 -> random.between(hour, 10 * hour);
                            case P2 -> random.between(2 * hour, 40 * hour);
                            case P3 -> random.between(4 * hour, 60 * hour);
                        };
        agenda.add(time, new TicketFact.Solved(ticket));
        return time;
    }

    private void survey(String ticket, long solved, Mood mood, Agenda agenda) {
        ask(ticket, Survey.CSAT, 0.9, solved + Day.HOUR, mood, agenda);
        ask(ticket, Survey.CES, 0.2, solved + Day.HOUR + Day.MINUTE, mood, agenda);
    }

    private void ask(
            String ticket, Survey survey, double often, long time, Mood mood, Agenda agenda) {
        if (!random.chance(often)) {
            return;
        }
        agenda.add(time, new SurveyFact.Invited(survey));
        if (random.chance(0.7)) {
            double satisfaction = Math.min(mood.satisfaction(), 0.1 + 0.87 * mood.support());
            agenda.add(
                    time + random.between(10 * Day.MINUTE, 60 * Day.HOUR),
                    new SurveyFact.Answered(
                            survey,
                            Opinion.score(survey, satisfaction, random),
                            Optional.of(respondent()),
                            Optional.of(ticket),
                            Optional.empty(),
                            false));
        }
    }

    private String respondent() {
        return SurveyHabit.respondent(profile, random.below(profile.respondents()));
    }

    private Severity other(Severity severity, Mood mood) {
        Severity higher = severity == Severity.P0 ? Severity.P1 : Severity.P0;
        return mood.support() < 0.5 || severity == Severity.P3
                ? severity == Severity.P0 ? Severity.P1 : Severity.values()[severity.ordinal() - 1]
                : severity == Severity.P2 ? Severity.P3 : higher;
    }

    private static TicketFact.Replied reply(String ticket, Author by) {
        return new TicketFact.Replied(ticket, by, true, Optional.empty());
    }
}
