/**
 * Between bytes and events. Reading takes any bytes and never throws; writing gives equal bytes for
 * equal events.
 */
package io.customerpulse.events.codec;
