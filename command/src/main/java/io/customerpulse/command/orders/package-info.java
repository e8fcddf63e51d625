/**
 * The Online Retail data set as our order events. The mapping is described in {@code
 * docs/import-orders.md}; {@link io.customerpulse.command.orders.OnlineRetail} is the door.
 */
package io.customerpulse.command.orders;
