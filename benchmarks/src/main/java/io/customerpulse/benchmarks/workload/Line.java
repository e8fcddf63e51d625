package io.customerpulse.benchmarks.workload;

import java.time.Instant;
import java.util.Optional;

/**
 * One event.
 *
 * @param customer whose it is, if it is one customer's
 * @param json the event, in one line
 */
record Line(Optional<String> customer, Instant at, String type, String json) {

    static Line of(
            Optional<String> customer,
            Instant at,
            String id,
            String source,
            String type,
            String data) {
        String subject = customer.map(c -> "\"subject\":\"" + c + "\",").orElse("");
        String json =
                "{\"specversion\":\"1.0\",\"id\":\""
                        + id
                        + "\",\"source\":\""
                        + source
                        + "\",\"type\":\""
                        + type
                        + "\","
                        + subject
                        + "\"time\":\""
                        + at
                        + "\",\"data\":"
                        + data
                        + "}";
        return new Line(customer, at, type, json);
    }
}
