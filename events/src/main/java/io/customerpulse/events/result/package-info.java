/** What output events say became true: one sealed file per subject, one record per type. */
package io.customerpulse.events.result;
