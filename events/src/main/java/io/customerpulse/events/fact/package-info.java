/** What input events say happened: one sealed file per subject, one record per type. */
package io.customerpulse.events.fact;
