/**
 * Service levels: what the parts of the rules say to each other about clocks, misses and credits.
 */
package io.customerpulse.rules.sla;
