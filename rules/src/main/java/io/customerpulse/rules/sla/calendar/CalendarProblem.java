package io.customerpulse.rules.sla.calendar;

/**
 * Something wrong in a calendar as it was written.
 *
 * @param field where, such as {@code weekly.mon[0][1]}; empty for the calendar itself
 * @param reason what is wrong and what would be right
 */
public record CalendarProblem(String field, String reason) {}
