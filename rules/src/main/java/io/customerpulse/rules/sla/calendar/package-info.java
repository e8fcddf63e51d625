/**
 * Business calendars: when time counts. A {@code CalendarDefinition} says it in local terms, a
 * {@code BusinessCalendar} answers for instants ({@code docs/calendars.md}).
 */
package io.customerpulse.rules.sla.calendar;
