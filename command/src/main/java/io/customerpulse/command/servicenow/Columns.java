package io.customerpulse.command.servicenow;

import java.util.ArrayList;
import java.util.List;

/** Where the columns we read stand; the log may have more of them, in any order. */
final class Columns {

    private static final List<String> NEEDED =
            List.of(
                    "number",
                    "incident_state",
                    "sys_mod_count",
                    "reopen_count",
                    "caller_id",
                    "priority",
                    "opened_at",
                    "sys_updated_at");

    private final List<String> names;

    private Columns(List<String> names) {
        this.names = names;
    }

    /**
     * The columns that a header line names.
     *
     * @throws NotAnIncidentLogException when one we need is not among them
     */
    static Columns namedBy(List<String> header) throws NotAnIncidentLogException {
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            throw new NotAnIncidentLogException(
                    "its first line names no column "
                            + String.join(", ", missing)
                            + "; an incident log has the columns "
                            + String.join(", ", NEEDED));
        }
        return new Columns(List.copyOf(header));
    }

    /** How many values a whole line has. */
    int count() {
        return names.size();
    }

    /** The value of a column we need, without the blanks around it. */
    String value(List<String> line, String column) {
        return line.get(names.indexOf(column)).strip();
    }
}
