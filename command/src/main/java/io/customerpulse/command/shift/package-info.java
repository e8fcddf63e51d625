/**
 * Moves a history in time as a whole: {@link io.customerpulse.command.shift.TimeShift} is the door.
 */
package io.customerpulse.command.shift;
