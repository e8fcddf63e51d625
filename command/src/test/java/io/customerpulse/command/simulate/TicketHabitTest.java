package io.customerpulse.command.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every ticket of a simulated half year, followed from its opening. */
class TicketHabitTest {

    private static SimulatedWorld world;
    private static List<InputEvent> events;
    private static Map<String, List<TicketFact>> lives;

    @BeforeAll
    static void followEveryTicket() {
        world = SimulatedWorld.of(100, 182, 11);
        events = world.inputEvents();
        lives = new TreeMap<>();
        for (InputEvent event : SimulatedWorld.of(events, TicketFact.class)) {
            TicketFact fact = (TicketFact) event.fact();
            String ticket = ticketOf(fact);
            assertThat(ticket).startsWith(event.subject().orElseThrow() + "-t-");
            lives.computeIfAbsent(ticket, id -> new ArrayList<>()).add(fact);
        }
    }

    @Test
    void opensEachTicketOnceAndFirst() {
        assertThat(lives.values())
                .hasSizeGreaterThan(300)
                .allSatisfy(
                        life -> {
                            assertThat(life.get(0)).isInstanceOf(TicketFact.Opened.class);
                            assertThat(life.subList(1, life.size()))
                                    .noneMatch(TicketFact.Opened.class::isInstance);
                        });
    }

    @Test
    void waitsOnlyWhenNotWaitingAndResumesOnlyThen() {
        assertThat(lives.values())
                .allSatisfy(
                        life -> {
                            boolean waiting = false;
                            for (TicketFact fact : life) {
                                if (fact instanceof TicketFact.Waiting) {
                                    assertThat(waiting).isFalse();
                                    waiting = true;
                                } else if (fact instanceof TicketFact.Resumed) {
                                    assertThat(waiting).isTrue();
                                    waiting = false;
                                } else if (fact instanceof TicketFact.Solved) {
                                    assertThat(waiting).isFalse();
                                }
                            }
                        });
    }

    @Test
    void solvesOnlyWhatIsOpenAndReopensOnlyWhatIsSolved() {
        assertThat(lives.values())
                .allSatisfy(
                        life -> {
                            boolean solved = false;
                            for (TicketFact fact : life) {
                                if (fact instanceof TicketFact.Solved) {
                                    assertThat(solved).isFalse();
                                    solved = true;
                                } else if (fact instanceof TicketFact.Reopened) {
                                    assertThat(solved).isTrue();
                                    solved = false;
                                }
                            }
                        });
    }

    @Test
    void answersBeforeItSolves() {
        assertThat(lives.values())
                .allSatisfy(
                        life -> {
                            boolean answered = false;
                            for (TicketFact fact : life) {
                                answered |=
                                        fact instanceof TicketFact.Replied reply
                                                && reply.by() == Author.AGENT;
                                if (fact instanceof TicketFact.Solved) {
                                    assertThat(answered).isTrue();
                                }
                            }
                        });
    }

    @Test
    void saysNothingOfATicketAfterItIsClosed() {
        assertThat(lives.values())
                .allSatisfy(
                        life ->
                                assertThat(life.subList(0, life.size() - 1))
                                        .noneMatch(TicketFact.Closed.class::isInstance));
        assertThat(lives.values())
                .anyMatch(life -> life.get(life.size() - 1) instanceof TicketFact.Closed);
    }

    @Test
    void leavesNoTicketOpenWhenTheContractIsTerminated() {
        Set<String> gone = new HashSet<>();
        SimulatedWorld.of(events, ContractFact.Terminated.class)
                .forEach(event -> gone.add(event.subject().orElseThrow()));

        assertThat(lives.entrySet())
                .filteredOn(life -> gone.contains(life.getKey().substring(0, 6)))
                .isNotEmpty()
                .allSatisfy(
                        life ->
                                assertThat(life.getValue().get(life.getValue().size() - 1))
                                        .isInstanceOf(TicketFact.Closed.class));
    }

    @Test
    void surveysATicketOnlyAfterItWasSolved() {
        Map<String, Instant> solved = new HashMap<>();
        for (InputEvent event : events) {
            if (event.fact() instanceof TicketFact.Solved fact) {
                solved.putIfAbsent(fact.ticketId(), event.time());
            } else if (event.fact() instanceof SurveyFact.Answered answer) {
                answer.ticketId()
                        .ifPresent(
                                ticket ->
                                        assertThat(solved.get(ticket))
                                                .isNotNull()
                                                .isBefore(event.time()));
            }
        }
        assertThat(solved).isNotEmpty();
    }

    @Test
    void usesEveryGroupAndSeverityIncludingBillingQuestionsOfFinance() {
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        Set<String> billing = new HashSet<>();
        for (List<TicketFact> life : lives.values()) {
            TicketFact.Opened opened = (TicketFact.Opened) life.get(0);
            severities.add(opened.severity());
            billing.add(opened.group().orElseThrow() + " " + opened.requesterRole().orElseThrow());
        }
        assertThat(severities).containsExactly(Severity.values());
        assertThat(billing).contains("BILLING FINANCE", "BILLING ADMIN", "TECHNICAL ADMIN");
    }

    private static String ticketOf(TicketFact fact) {
        if (fact instanceof TicketFact.Opened opened) {
            return opened.ticketId();
        } else if (fact instanceof TicketFact.Replied replied) {
            return replied.ticketId();
        } else if (fact instanceof TicketFact.SeverityChanged changed) {
            return changed.ticketId();
        } else if (fact instanceof TicketFact.Waiting waiting) {
            return waiting.ticketId();
        } else if (fact instanceof TicketFact.Resumed resumed) {
            return resumed.ticketId();
        } else if (fact instanceof TicketFact.WorkaroundGiven given) {
            return given.ticketId();
        } else if (fact instanceof TicketFact.Solved solved) {
            return solved.ticketId();
        } else if (fact instanceof TicketFact.Reopened reopened) {
            return reopened.ticketId();
        } else if (fact instanceof TicketFact.Closed closed) {
            return closed.ticketId();
        }
        return ((TicketFact.Excluded) fact).ticketId();
    }
}
