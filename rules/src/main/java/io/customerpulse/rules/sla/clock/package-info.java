/**
 * How a service-level clock runs: counted time is open calendar time without the stops, and
 * everything a clock says follows from it ({@code docs/sla.md}). Knows tickets, calendars and
 * targets, but neither customers nor policies.
 */
package io.customerpulse.rules.sla.clock;
