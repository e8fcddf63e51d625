package io.customerpulse.rules.customer;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * NPS answers that still count. Of each respondent the latest in a window counts; an answer without
 * a respondent counts for itself ({@code docs/rules.md}, people, surveys, tickets).
 */
public final class NpsAnswers {

    /**
     * One answer.
     *
     * @param respondent a hash of the respondent; empty when not given
     */
    public record Answer(Instant time, int rating, Optional<Long> respondent, String reference) {}

    private final List<Answer> answers;
    private Optional<Instant> dropBegan = Optional.empty();
    private boolean dropHolds;

    NpsAnswers() {
        this(new ArrayList<>());
    }

    private NpsAnswers(List<Answer> answers) {
        this.answers = answers;
    }

    void add(Occurrence event, int rating, Optional<String> respondent) {
        answers.add(
                new Answer(
                        event.time(),
                        rating,
                        respondent.map(Hashing.komihash5_0()::hashCharsToLong),
                        event.reference()));
    }

    /**
     * The answers stamped in {@code (from, until]}, the latest of each respondent, oldest first.
     */
    public List<Answer> latest(Instant from, Instant until) {
        Set<Long> respondents = new HashSet<>();
        List<Answer> latest = new ArrayList<>();
        for (int i = answers.size() - 1; i >= 0; i--) {
            Answer answer = answers.get(i);
            boolean inside = answer.time().isAfter(from) && !answer.time().isAfter(until);
            if (inside && answer.respondent().map(respondents::add).orElse(true)) {
                latest.add(answer);
            }
        }
        Collections.reverse(latest);
        return latest;
    }

    /** The next instant at which an answer leaves one of the windows that end now. */
    public Optional<Instant> nextLeaving(Instant at, Duration... windows) {
        Optional<Instant> next = Optional.empty();
        for (Duration window : windows) {
            Optional<Instant> leaving = nextLeaving(at, window);
            if (next.isEmpty() || leaving.filter(next.get()::isAfter).isPresent()) {
                next = leaving;
            }
        }
        return next;
    }

    private Optional<Instant> nextLeaving(Instant at, Duration window) {
        Instant oldest = at.minus(window);
        for (Answer answer : answers) {
            if (answer.time().isAfter(oldest)) {
                return Optional.of(answer.time().plus(window));
            }
        }
        return Optional.empty();
    }

    /** Whether no answer counts any more. */
    public boolean isEmpty() {
        return answers.isEmpty();
    }

    /** When the drop last became true. */
    public Optional<Instant> dropBegan() {
        return dropBegan;
    }

    /** Whether the drop holds at the last evaluation. */
    public boolean dropHolds() {
        return dropHolds;
    }

    /** Takes over whether the rating of the last window is far below that of the one before. */
    public void drop(boolean holds, Instant at) {
        if (holds && !dropHolds) {
            dropBegan = Optional.of(at);
        }
        dropHolds = holds;
    }

    /** Promoters minus detractors; over the number of answers it is the score divided by 100. */
    public static int balance(List<Answer> answers) {
        int balance = 0;
        for (Answer answer : answers) {
            balance += answer.rating() >= 9 ? 1 : answer.rating() <= 6 ? -1 : 0;
        }
        return balance;
    }

    /** Forgets the answers that left the longest window. */
    public void expire(Instant at, Duration window) {
        Instant oldest = at.minus(window);
        answers.removeIf(a -> !a.time().isAfter(oldest));
    }

    void write(CompactOutput out) throws IOException {
        out.writeAll(
                answers,
                (o, answer) -> {
                    o.writeInstant(answer.time());
                    o.writeByte(answer.rating());
                    o.writeOptional(answer.respondent(), CompactOutput::writeHash);
                    o.writeReference(answer.reference());
                });
        out.writeOptional(dropBegan, CompactOutput::writeInstant);
        out.writeBoolean(dropHolds);
    }

    static NpsAnswers read(CompactInput in) throws IOException {
        NpsAnswers answers =
                new NpsAnswers(
                        in.readAll(
                                i ->
                                        new Answer(
                                                i.readInstant(),
                                                i.readByte(),
                                                i.readOptional(CompactInput::readHash),
                                                i.readReference())));
        answers.dropBegan = in.readOptional(CompactInput::readInstant);
        answers.dropHolds = in.readBoolean();
        return answers;
    }
}
