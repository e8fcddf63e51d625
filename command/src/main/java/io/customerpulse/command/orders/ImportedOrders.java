package io.customerpulse.command.orders;

import io.customerpulse.events.InputEvent;
import java.util.List;

/**
 * What came out of the files.
 *
 * @param events one for each invoice; by time, then id: the order in which a replay applies them
 * @param files in the order in which they were read
 * @param customers how many customers the events belong to
 */
public record ImportedOrders(List<InputEvent> events, List<ImportedFile> files, int customers) {

    public ImportedOrders {
        events = List.copyOf(events);
        files = List.copyOf(files);
    }

    /** How many lines were read, headers not counted. */
    public long lines() {
        return files.stream().mapToLong(ImportedFile::lines).sum();
    }

    /** How many of them became part of no event. */
    public long rejected() {
        return files.stream().mapToLong(file -> file.rejected().size()).sum();
    }
}
