package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.Fact;
import java.util.Optional;

/**
 * The events of one customer, or of the world, in time order: planned a day at a time, when the
 * events of the days before are told.
 */
final class Life {

    /** Plans days. */
    @FunctionalInterface
    interface Planner {

        /** Enters what begins on a day; false if nothing is left to plan on any later day. */
        boolean plan(Day day, Agenda agenda);
    }

    private static final int NUMBER_DIGITS = 6;

    private final String name;
    private final Optional<String> subject;
    private final Planner planner;
    private final Agenda agenda;
    private final int days;
    private Day next;
    private boolean planned;
    private int told;
    private String id = "";

    /**
     * A life.
     *
     * @param name its events are numbered under this name
     * @param subject the subject of its events; without one they concern everybody
     * @param firstDay the first day to plan
     * @param days the days of the simulation
     */
    Life(
            String name,
            Optional<String> subject,
            Planner planner,
            Agenda agenda,
            Day firstDay,
            int days) {
        this.name = name;
        this.subject = subject;
        this.planner = planner;
        this.agenda = agenda;
        this.next = firstDay;
        this.days = days;
    }

    /** Goes to the next event; false if there is none. */
    boolean advance() {
        while (!planned && (agenda.isEmpty() || agenda.nextTime() >= next.start())) {
            planned = next.index() >= days || !planner.plan(next, agenda);
            next = next.plus(1);
        }
        if (agenda.isEmpty()) {
            return false;
        }
        told++;
        id = name + '-' + Names.padded(told, NUMBER_DIGITS);
        return true;
    }

    /** The id of the event gone to. */
    String id() {
        return id;
    }

    /** The subject of every event. */
    Optional<String> subject() {
        return subject;
    }

    /** The time of the event gone to. */
    long time() {
        return agenda.nextTime();
    }

    /** Tells the event gone to. */
    Fact tell() {
        return agenda.remove().fact();
    }
}
