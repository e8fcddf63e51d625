/**
 * A made-up world of customers, the same at every run: life stories that turn at a known day, told
 * in the events of real systems. {@code docs/simulate.md} describes them; {@link
 * io.customerpulse.command.simulate.Simulation} is the door.
 */
package io.customerpulse.command.simulate;
