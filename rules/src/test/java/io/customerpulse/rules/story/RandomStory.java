package io.customerpulse.rules.story;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.Sentiment;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.customer.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What may happen to a customer, at random. Everything happens on a grid of six hours, so that
 * boundaries meet events and each other as often as possible.
 *
 * @param customer the customer
 * @param events own and shared events, in time order
 */
public record RandomStory(String customer, List<InputEvent> events) {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration GRID = Duration.ofHours(6);

    /** A story of a few weeks, full of usage. */
    public static RandomStory ofWeeks(long seed) {
        return new Teller(seed, 45 * 4, 70, 60).tell();
    }

    /** A story of more than a year. */
    public static RandomStory ofMonths(long seed) {
        return new Teller(seed, 450 * 4, 60, 15).tell();
    }

    /** The events on their way to the customer's record, in time order. */
    public List<Delivery> deliveries() {
        return events.stream().map(event -> Delivery.onTime(customer, event)).toList();
    }

    /** The same story without events of one kind. */
    public RandomStory without(Class<? extends Fact> kind) {
        return new RandomStory(
                customer, events.stream().filter(event -> !kind.isInstance(event.fact())).toList());
    }

    /** An instant after everything that follows from the events. */
    public Instant end() {
        return START.plus(Duration.ofDays(1_000));
    }

    private static final class Teller {

        private final Random random;
        private final int slots;
        private final int count;
        private final int usagePercent;
        private final List<InputEvent> events = new ArrayList<>();
        private Instant now = START;

        Teller(long seed, int slots, int count, int usagePercent) {
            this.random = new Random(seed);
            this.slots = slots;
            this.count = count;
            this.usagePercent = usagePercent;
        }

        RandomStory tell() {
            List<Instant> times = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                times.add(START.plus(GRID.multipliedBy(random.nextInt(slots))));
            }
            times.sort(Instant::compareTo);
            for (Instant time : times) {
                now = time;
                events.add(next());
                // Tickets and answers come in bursts, or there would hardly ever be many.
                for (int more = random.nextInt(100) < 4 ? 5 : 0; more > 0; more--) {
                    events.add(own(StoryFacts.ticket("T-" + random.nextInt(12))));
                }
                for (int more = random.nextInt(100) < 4 ? 4 : 0; more > 0; more--) {
                    events.add(own(npsAnswer()));
                }
                for (int more = random.nextInt(100) < 2 ? 3 : 0; more > 0; more--) {
                    events.add(own(StoryFacts.csat(1)));
                }
            }
            return new RandomStory("acme", List.copyOf(events));
        }

        private InputEvent next() {
            if (!events.isEmpty() && random.nextInt(100) < 4) {
                InputEvent copied = events.get(random.nextInt(events.size()));
                return new InputEvent(
                        copied.source(), copied.id(), now, copied.subject(), copied.fact());
            }
            return random.nextInt(100) < usagePercent ? own(usage()) : sparse();
        }

        private Fact usage() {
            LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
            if (random.nextInt(3) == 0) {
                return StoryFacts.used("user-" + random.nextInt(6));
            }
            LocalDate day =
                    pick(
                            List.of(
                                    () -> today.minusDays(1),
                                    () -> today.minusDays(1),
                                    () -> today,
                                    () -> today.minusDays(2 + random.nextInt(8)),
                                    () -> today.plusDays(1 + random.nextInt(12)),
                                    () -> today.minusDays(60 + random.nextInt(8))));
            return StoryFacts.usage(day.toString(), random.nextInt(12));
        }

        private InputEvent sparse() {
            return this.<InputEvent>pick(
                    List.of(
                            () -> own(StoryFacts.ticket("T-" + random.nextInt(12))),
                            () -> own(StoryFacts.ticket("T-" + random.nextInt(12))),
                            () -> own(StoryFacts.ticket("T-" + random.nextInt(12))),
                            () -> own(StoryFacts.csat(1 + random.nextInt(5))),
                            () -> own(StoryFacts.csat(1 + random.nextInt(5))),
                            () -> own(StoryFacts.csat(1 + random.nextInt(5))),
                            () -> own(StoryFacts.departed(role())),
                            () -> own(StoryFacts.departed(role())),
                            () -> own(StoryFacts.appointed(role())),
                            () -> own(StoryFacts.budgetCut()),
                            () -> own(StoryFacts.seats(random.nextInt(12))),
                            () -> own(StoryFacts.seatsSetTo(1 + random.nextInt(10))),
                            () -> own(StoryFacts.wentLive()),
                            () -> own(StoryFacts.goLiveSetTo(gridNear(20))),
                            () -> own(StoryFacts.goLiveCleared()),
                            () -> own(StoryFacts.contractEndSetTo(gridNear(120))),
                            () -> own(StoryFacts.contractEndCleared()),
                            () -> own(StoryFacts.signedUntil(gridNear(120))),
                            () -> own(StoryFacts.renewedUntil(gridNear(120))),
                            this::rareEnd,
                            () -> own(StoryFacts.incident("own-" + random.nextInt(3))),
                            () -> own(StoryFacts.incidentOf(service(), "own-" + random.nextInt(3))),
                            () -> own(StoryFacts.resolved("own-" + random.nextInt(3))),
                            () -> everyones(StoryFacts.incident("all-" + random.nextInt(3))),
                            () -> everyones(StoryFacts.resolved("all-" + random.nextInt(3))),
                            () -> own(maintenance()),
                            () -> everyones(maintenance()),
                            () -> own(ofTheContract()),
                            () -> own(ofTheContract()),
                            () -> own(ofTheProject()),
                            () -> own(ofTheProject()),
                            () -> own(ofThePeople()),
                            () -> own(ofThePeople()),
                            () -> own(ofTheFinances()),
                            () -> own(npsAnswer()),
                            () -> own(npsAnswer()),
                            () -> own(npsAnswer()),
                            () -> everyones(StoryFacts.downturn(market())),
                            () -> everyones(StoryFacts.downturnEnded(market()))));
        }

        private Fact ofTheContract() {
            return this.<Fact>pick(
                    List.of(
                            StoryFacts::disputed,
                            StoryFacts::negotiationStarted,
                            StoryFacts::settled,
                            () -> StoryFacts.priceChanged("" + (20 + random.nextInt(12))),
                            () -> StoryFacts.signed(gridNear(30), gridNear(1_600)),
                            () -> StoryFacts.renewed(gridNear(30), gridNear(1_600)),
                            () -> StoryFacts.contractStartSetTo(gridNear(900)),
                            StoryFacts::contractStartCleared,
                            () -> StoryFacts.contractValue("" + random.nextInt(130_000)),
                            () -> StoryFacts.industry(market()),
                            () -> StoryFacts.discussed(opportunity()),
                            StoryFacts::discussed,
                            () -> StoryFacts.expansionWon(opportunity()),
                            () -> StoryFacts.expansionClosed(opportunity())));
        }

        private Fact ofTheProject() {
            return this.<Fact>pick(
                    List.of(
                            () -> StoryFacts.planned(gridNear(40)),
                            () -> StoryFacts.rescheduled(gridNear(40)),
                            () -> StoryFacts.goLiveTargetSetTo(gridNear(40)),
                            StoryFacts::goLiveTargetCleared,
                            () -> StoryFacts.training("" + (20 + random.nextInt(20))),
                            () -> StoryFacts.issueOpened("D-" + random.nextInt(2)),
                            () -> StoryFacts.issueResolved("D-" + random.nextInt(2)),
                            () -> StoryFacts.integrationFailed("L-" + random.nextInt(2)),
                            () -> StoryFacts.integrationRecovered("L-" + random.nextInt(2))));
        }

        private Fact ofThePeople() {
            return this.<Fact>pick(
                    List.of(
                            () -> StoryFacts.organization(change()),
                            () -> StoryFacts.social(sentiment()),
                            StoryFacts::competitorMentioned,
                            () -> StoryFacts.interaction(random.nextBoolean()),
                            StoryFacts::feedback,
                            StoryFacts::reviewAttended,
                            StoryFacts::reviewMissed));
        }

        private Fact ofTheFinances() {
            String ticket = "B-" + random.nextInt(2);
            return this.<Fact>pick(
                    List.of(
                            () -> StoryFacts.billingTicket(ticket),
                            () -> StoryFacts.billingTicket(ticket, "FINANCE"),
                            () -> StoryFacts.solved(ticket),
                            () -> StoryFacts.closed(ticket),
                            () -> StoryFacts.reopened(ticket)));
        }

        private Fact npsAnswer() {
            return random.nextBoolean()
                    ? StoryFacts.nps(random.nextInt(11))
                    : StoryFacts.nps(random.nextInt(11), "user-" + random.nextInt(3));
        }

        private String market() {
            return random.nextBoolean() ? "retail" : "mining";
        }

        private String opportunity() {
            return "O-" + random.nextInt(2);
        }

        private OrganizationChange change() {
            return OrganizationChange.values()[random.nextInt(4)];
        }

        private Sentiment sentiment() {
            return Sentiment.values()[random.nextInt(3)];
        }

        private InputEvent rareEnd() {
            return own(random.nextInt(3) == 0 ? StoryFacts.erased() : StoryFacts.terminated());
        }

        private Fact maintenance() {
            Instant start = now.plus(GRID.multipliedBy(random.nextInt(40)));
            String end = start.plus(GRID.multipliedBy(1 + random.nextInt(20))).toString();
            return random.nextBoolean()
                    ? StoryFacts.maintenanceAnnounced(gridNear(10), start.toString(), end)
                    : StoryFacts.maintenance(start.toString(), end, service());
        }

        private String service() {
            return random.nextBoolean() ? "search" : "mail";
        }

        private StakeholderRole role() {
            return StakeholderRole.values()[random.nextInt(StakeholderRole.values().length)];
        }

        /** An instant of the grid some days around now. */
        private String gridNear(int days) {
            return now.plus(GRID.multipliedBy(random.nextInt(8 * days) - 4L * days)).toString();
        }

        private <T> T pick(List<Supplier<T>> choices) {
            return choices.get(random.nextInt(choices.size())).get();
        }

        private InputEvent own(Fact fact) {
            return event(Optional.of("acme"), fact);
        }

        private InputEvent everyones(Fact fact) {
            return event(Optional.empty(), fact);
        }

        /** Ids are at random too, so that they order the events of an instant in any way. */
        private InputEvent event(Optional<String> subject, Fact fact) {
            String id = "%04x-%d".formatted(random.nextInt(0x10000), events.size());
            return new InputEvent("/story", id, now, subject, fact);
        }
    }
}
