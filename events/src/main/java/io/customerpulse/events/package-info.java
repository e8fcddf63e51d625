/**
 * The contract in Java: what is read ({@link io.customerpulse.events.InputEvent}) and what is
 * written ({@link io.customerpulse.events.Emission}), on which topics ({@code docs/events.md}).
 */
package io.customerpulse.events;
