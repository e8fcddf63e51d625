package io.customerpulse.command.simulate;

import io.customerpulse.command.simulate.RandomStream.Purpose;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.TicketFact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One customer from its first event to its last: plot, profile and habits put together. */
final class CustomerLife implements Life.Planner {

    /** Open tickets are closed this long before the contract is terminated. */
    private static final long CLOSING_TIME = 30 * Day.MINUTE;

    private final Plot plot;
    private final Profile profile;
    private final List<Habit> habits;
    private final long terminatedAt;

    private CustomerLife(Plot plot, Profile profile, List<Habit> habits, long terminatedAt) {
        this.plot = plot;
        this.profile = profile;
        this.habits = habits;
        this.terminatedAt = terminatedAt;
    }

    /**
     * A customer of the simulation.
     *
     * @param life its events
     * @param label the truth about it
     */
    record Customer(Life life, TruthLabel label) {}

    /**
     * The customer of this number, counted from 0: the same, however many there are.
     *
     * @param end where the simulation ends, in milliseconds since the epoch
     */
    static Customer born(int index, Simulation.Settings settings, long end) {
        Streams streams = purpose -> RandomStream.of(settings.seed(), index, purpose);
        Day first = Day.first(settings.from());
        int days = settings.days();
        Profile profile = Profile.drawn(index, streams.of(Purpose.PROFILE));
        RandomStream plotting = streams.of(Purpose.PLOT);
        Plot plot = Plot.drawn(StoryDeck.story(settings.seed(), index), days, plotting);
        Agenda agenda = new Agenda(end);

        RandomStream contracting = streams.of(Purpose.CONTRACT);
        Contract contract = Contract.drawn(plot, first, contracting);
        contract.scheduleRenewals(profile, plot, first, days, contracting, agenda);
        RandomStream joining = streams.of(Purpose.ONBOARDING);
        Onboarding onboarding = Onboarding.drawn(plot, joining);
        onboarding.schedule(profile, plot, contract, first, joining, agenda);
        int live = onboarding.goLiveDay();
        RandomStream twisting = streams.of(Purpose.TWISTS);
        SeatCourse seats = SeatCourse.of(plot, profile.seats(), days, twisting);
        TicketHabit tickets = new TicketHabit(profile, live, streams.of(Purpose.TICKETS));
        new Twists(profile, plot, first, tickets, twisting, agenda).schedule(seats);

        List<Habit> habits =
                List.of(
                        new UsageHabit(profile, seats, live, streams.of(Purpose.USAGE)),
                        tickets,
                        new SurveyHabit(profile, live, streams.of(Purpose.SURVEYS)),
                        new RelationshipHabit(profile, live, streams.of(Purpose.RELATIONSHIP)),
                        new SuccessHabit(profile, plot.story(), live, streams.of(Purpose.SUCCESS)),
                        new OperationsHabit(profile, live, streams.of(Purpose.OPERATIONS)));
        long terminated =
                plot.churnDay() == Plot.NEVER
                        ? Long.MAX_VALUE
                        : profile.region().workingTime(first.plus(plot.churnDay()), plotting);
        Life life =
                new Life(
                        profile.customer(),
                        Optional.of(profile.customer()),
                        new CustomerLife(plot, profile, habits, terminated),
                        agenda,
                        // A newcomer signs on its first day; what it does otherwise comes after it.
                        first.plus(plot.newcomer() ? plot.joinDay() + 1 : 0),
                        days);
        return new Customer(life, TruthLabel.of(profile.customer(), plot, first, terminated));
    }

    @FunctionalInterface
    private interface Streams {
        RandomStream of(Purpose purpose);
    }

    @Override
    public boolean plan(Day day, Agenda agenda) {
        Mood mood = profile.temperament().of(plot.moodOn(day.index()));
        for (Habit habit : habits) {
            habit.plan(day, mood, agenda);
        }
        if (day.index() != plot.churnDay()) {
            return true;
        }
        terminate(agenda);
        return false;
    }

    /** Whatever would have come does not, but tickets are not left open. */
    private void terminate(Agenda agenda) {
        long closing = terminatedAt - CLOSING_TIME;
        Set<String> open = new LinkedHashSet<>();
        Set<String> never = new LinkedHashSet<>();
        for (Agenda.Entry entry : agenda.cutAt(closing)) {
            if (entry.fact() instanceof TicketFact.Opened opened) {
                never.add(opened.ticketId());
            } else if (entry.fact() instanceof TicketFact.Closed closed) {
                // Every life of a ticket ends with this, so nothing is missed.
                open.add(closed.ticketId());
            }
        }
        open.removeAll(never);
        long time = closing;
        for (String ticket : open) {
            agenda.add(time++, new TicketFact.Closed(ticket));
        }
        agenda.add(
                terminatedAt,
                new ContractFact.Terminated(Optional.of(plot.cause().orElseThrow().reason())));
    }
}
