package io.customerpulse.command.servicenow;

import io.customerpulse.events.fact.Severity;
import java.time.Instant;

/**
 * One line of the log: how an incident looked after one update.
 *
 * @param line the line of the file, counted from 1, the header included
 * @param incident {@code number}
 * @param update {@code sys_mod_count}: which update of the incident this is
 * @param state {@code incident_state}
 * @param reopenings {@code reopen_count}: how often it had been reopened by then
 * @param customer our customer id for {@code caller_id}
 * @param severity from {@code priority}
 * @param openedAt {@code opened_at}
 * @param updatedAt {@code sys_updated_at}
 */
record IncidentUpdate(
        long line,
        String incident,
        int update,
        IncidentState state,
        int reopenings,
        String customer,
        Severity severity,
        Instant openedAt,
        Instant updatedAt) {}
