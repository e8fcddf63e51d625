package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.ResultDecoder;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.policy.PolicyReader;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.clock.ClockMoment;
import io.customerpulse.rules.sla.tickets.ExplainedClock;
import io.customerpulse.rules.sla.tickets.ExplainedTicket;
import io.customerpulse.rules.timeline.SingleCustomer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code explain-sla} works out from a list of events is what the stream publishes. */
class SlaExplanationAgreesWithReplayTest {

    private static final Instant UNTIL = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {5})
    void onEveryVerdictOfEveryTicket(long seed) throws Exception {
        RandomHistory history = new RandomHistory(seed, 12, 60);
        List<InputEvent> events = events(history);
        Map<String, Set<String>> replayed = replay(history);
        Policies policies = PolicyReader.read(CommandRun.CONFIGURATION.resolve("policies"));
        int compared = 0;

        for (String customer : history.customers()) {
            SingleCustomer single = new SingleCustomer(policies, customer);
            List<InputEvent> own = events.stream().filter(single::mayConcern).toList();
            for (String ticket : ticketsOf(customer, own)) {
                Optional<ExplainedTicket> explained =
                        ExplainedTicket.at(
                                UNTIL, customer, ticket, single.deliveries(own, UNTIL), policies);
                // What was said before the contract ended or was opened anew is not kept.
                if (explained.filter(e -> !e.ended()).isPresent()) {
                    assertThat(verdicts(explained.get()))
                            .as("%s of %s", ticket, customer)
                            .isSubsetOf(replayed.getOrDefault(customer + "|" + ticket, Set.of()));
                    compared += verdicts(explained.get()).size();
                }
            }
        }
        assertThat(compared).as("verdicts compared").isGreaterThan(100);
    }

    private static Set<String> ticketsOf(String customer, List<InputEvent> events) {
        Set<String> tickets = new TreeSet<>();
        for (InputEvent event : events) {
            if (event.fact() instanceof TicketFact fact
                    && event.subject().filter(customer::equals).isPresent()) {
                tickets.add(fact.ticketId());
            }
        }
        return tickets;
    }

    private static Set<String> verdicts(ExplainedTicket ticket) {
        Set<String> verdicts = new HashSet<>();
        for (ExplainedClock clock : ticket.clocks()) {
            for (ClockMoment moment : clock.moments()) {
                if (moment.kind() == ClockMoment.Kind.MET
                        || moment.kind() == ClockMoment.Kind.BREACHED) {
                    verdicts.add(
                            verdict(
                                    clock.clock(),
                                    moment.kind(),
                                    moment.at(),
                                    moment.counted().toString()));
                }
            }
        }
        return verdicts;
    }

    private static String verdict(
            ClockId clock, ClockMoment.Kind kind, Instant at, String counted) {
        return "%s %s %s %s".formatted(clock, kind, at, counted);
    }

    private Map<String, Set<String>> replay(RandomHistory history) throws IOException {
        Path input = directory.resolve("history.ndjson");
        Story.write(input, history.lines());
        Path results = directory.resolve("results");
        CommandRun replay =
                CommandRun.of(
                        "replay",
                        "--input",
                        input.toString(),
                        "--output",
                        results.toString(),
                        "--until",
                        UNTIL.toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        Map<String, Set<String>> verdicts = new TreeMap<>();
        ResultDecoder decoder = new ResultDecoder();
        for (String line : Files.readAllLines(results.resolve("sla-events.ndjson"))) {
            OutputEvent event = decoder.decode(line.getBytes(StandardCharsets.UTF_8));
            if (event.result() instanceof SlaResult.Met met) {
                add(verdicts, event, met.reading(), ClockMoment.Kind.MET);
            } else if (event.result() instanceof SlaResult.Breached breached) {
                add(verdicts, event, breached.reading(), ClockMoment.Kind.BREACHED);
            }
        }
        return verdicts;
    }

    private static void add(
            Map<String, Set<String>> verdicts,
            OutputEvent event,
            ClockReading reading,
            ClockMoment.Kind kind) {
        String key = event.subject().orElseThrow() + "|" + reading.ticketId();
        verdicts.computeIfAbsent(key, k -> new HashSet<>())
                .add(
                        verdict(
                                ClockId.of(reading),
                                kind,
                                event.time().orElseThrow(),
                                reading.consumed().toString()));
    }

    private static List<InputEvent> events(RandomHistory history) {
        EventDecoder decoder = new EventDecoder();
        return history.lines()
                .lines()
                .map(line -> decoder.decode(line.getBytes(StandardCharsets.UTF_8)))
                .map(decoded -> ((Decoded.Accepted) decoded).event())
                .toList();
    }
}
