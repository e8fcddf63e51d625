package io.customerpulse.functions.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers, without being state, which customers the directory was told of lately, so that it is
 * not told with every event. Forgetting is harmless: the directory is told again and knows.
 */
final class ArrivalMemory {

    private static final int CUSTOMERS = 100_000;

    private final Map<String, Instant> earliest =
            new LinkedHashMap<>(1024, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > CUSTOMERS;
                }
            };

    /** Whether the directory must be told: of a new customer, or that it came even earlier. */
    boolean isNews(String customer, Instant at) {
        Instant known = earliest.get(customer);
        if (known != null && !at.isBefore(known)) {
            return false;
        }
        earliest.put(customer, at);
        return true;
    }
}
