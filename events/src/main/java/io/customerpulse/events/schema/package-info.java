/** The JSON Schemas of all events. */
package io.customerpulse.events.schema;
