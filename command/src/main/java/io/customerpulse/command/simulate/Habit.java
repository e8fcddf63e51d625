package io.customerpulse.command.simulate;

/** One side of a customer's life, planned day by day. */
@FunctionalInterface
interface Habit {

    /**
     * Enters what begins on this day; some of it may end on a later one, none of it may happen
     * before the day.
     */
    void plan(Day day, Mood mood, Agenda agenda);
}
