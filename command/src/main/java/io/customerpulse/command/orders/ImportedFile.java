package io.customerpulse.command.orders;

import io.customerpulse.command.csv.RejectedLine;
import java.util.List;

/**
 * What was read of one file.
 *
 * @param name the file, as it was named to the import
 * @param lines how many lines were read, the header not counted
 * @param rejected in the order of the file
 */
public record ImportedFile(String name, long lines, List<RejectedLine> rejected) {

    public ImportedFile {
        rejected = List.copyOf(rejected);
    }
}
