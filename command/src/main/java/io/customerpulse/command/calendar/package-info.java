/**
 * Questions to a calendar as JSON, and their answers ({@code docs/calendars.md}, Many questions at
 * once).
 */
package io.customerpulse.command.calendar;
