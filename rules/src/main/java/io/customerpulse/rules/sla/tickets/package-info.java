/**
 * The clocks of a customer's tickets: which targets apply when, what is told and what is corrected
 * ({@code docs/sla.md}).
 */
package io.customerpulse.rules.sla.tickets;
