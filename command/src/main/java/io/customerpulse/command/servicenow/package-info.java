/**
 * A real ServiceNow incident log as our ticket events. The mapping is described in {@code
 * docs/import-servicenow.md}; {@link io.customerpulse.command.servicenow.ServiceNowLog} is the
 * door.
 */
package io.customerpulse.command.servicenow;
