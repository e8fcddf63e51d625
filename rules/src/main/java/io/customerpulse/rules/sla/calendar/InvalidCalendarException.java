package io.customerpulse.rules.sla.calendar;

import java.util.List;
import java.util.stream.Collectors;

/** A calendar cannot be used; the message lists every problem found. */
public final class InvalidCalendarException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<CalendarProblem> problems;

    /** With every problem found, at least one. */
    public InvalidCalendarException(List<CalendarProblem> problems) {
        super(
                problems.stream()
                        .map(problem -> problem.field() + ": " + problem.reason())
                        .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order in which a calendar is read. */
    public List<CalendarProblem> problems() {
        return problems;
    }
}
