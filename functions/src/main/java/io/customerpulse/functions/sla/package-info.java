/** Service levels: the clocks of tickets, and what follows from them. */
package io.customerpulse.functions.sla;
