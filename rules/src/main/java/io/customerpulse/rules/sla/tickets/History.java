package io.customerpulse.rules.sla.tickets;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What events said in the order in which they apply, whenever they came. */
final class History<T> {

    private final List<Dated<T>> entries;

    History() {
        this(new ArrayList<>());
    }

    private History(List<Dated<T>> entries) {
        this.entries = entries;
    }

    /** Puts an entry where it belongs. */
    void add(Dated<T> entry) {
        int at = Collections.binarySearch(entries, entry, Dated.ORDER);
        entries.add(at >= 0 ? at + 1 : -at - 1, entry);
    }

    /** In order. */
    List<Dated<T>> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** What was said last by an instant, with everything of the instant applied. */
    Optional<T> at(Instant instant) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!entries.get(i).time().isAfter(instant)) {
                return Optional.of(entries.get(i).value());
            }
        }
        return Optional.empty();
    }

    int size() {
        return entries.size();
    }

    /** Forgets what was replaced before an instant. */
    void forgetBefore(Instant oldest) {
        while (entries.size() > 1 && !entries.get(1).time().isAfter(oldest)) {
            entries.remove(0);
        }
    }

    void clear() {
        entries.clear();
    }

    void write(CompactOutput out, CompactOutput.Element<T> element) throws IOException {
        out.writeAll(entries, (o, entry) -> entry.write(o, element));
    }

    static <T> History<T> read(CompactInput in, CompactInput.Element<T> element)
            throws IOException {
        return new History<>(in.readAll(i -> Dated.read(i, element)));
    }
}
