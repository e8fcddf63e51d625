package io.customerpulse.command.simulate;

import io.customerpulse.command.simulate.RandomStream.Purpose;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A made-up history of many customers ({@code docs/simulate.md}): the same settings tell the same
 * events, byte for byte, in time order. What a customer lives depends on the seed and its number
 * only, so more customers change nothing about those who are there already.
 *
 * <p>Memory grows with the customers, not with the days: each life is planned one day ahead.
 */
public final class Simulation {

    /** The most customers and days there may be. */
    public static final int MOST_CUSTOMERS = 1_000_000;

    /** Ten years. */
    public static final int MOST_DAYS = 3660;

    /**
     * What to simulate.
     *
     * @param from the first day, from its midnight in UTC
     */
    public record Settings(int customers, int days, long seed, LocalDate from) {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if customers or days are out of range
         */
        public Settings {
            if (customers < 1 || customers > MOST_CUSTOMERS) {
                throw new IllegalArgumentException(
                        "customers must be from 1 to " + MOST_CUSTOMERS + ", but is " + customers);
            }
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException(
                        "days must be from 1 to " + MOST_DAYS + ", but is " + days);
            }
        }
    }

    /** What came out: the number of events and of customers by story. */
    public record Summary(long events, Map<Story, Integer> stories) {}

    // The world counts as a customer that cannot be.
    private static final long WORLD = -1;

    private static final Comparator<Life> BY_TIME_AND_ID =
            Comparator.comparingLong(Life::time).thenComparing(Life::id);

    private final Settings settings;

    /** A simulation, not yet told. */
    public Simulation(Settings settings) {
        this.settings = settings;
    }

    /**
     * Tells it: one event a line, in the order of (time, source, id), and one truth label a line,
     * in the order of the customers. The streams are flushed and left open.
     *
     * @param truth where the labels go; they are written before the first event
     * @throws IOException if one of the streams cannot be written
     */
    public Summary writeTo(OutputStream events, OutputStream truth) throws IOException {
        Day first = Day.first(settings.from());
        long end = first.plus(settings.days()).start();
        PriorityQueue<Life> lives = new PriorityQueue<>(settings.customers() + 1, BY_TIME_AND_ID);
        begin(
                new Life(
                        Names.WORLD,
                        Optional.empty(),
                        new World(RandomStream.of(settings.seed(), WORLD, Purpose.WORLD)),
                        new Agenda(end),
                        first,
                        settings.days()),
                lives);
        Map<Story, Integer> stories = new EnumMap<>(Story.class);
        for (int index = 0; index < settings.customers(); index++) {
            CustomerLife.Customer customer = CustomerLife.born(index, settings, end);
            begin(customer.life(), lives);
            stories.merge(customer.label().story(), 1, Integer::sum);
            truth.write((customer.label().json() + '\n').getBytes(StandardCharsets.UTF_8));
        }
        truth.flush();
        return new Summary(tell(lives, new EventLineWriter(events)), stories);
    }

    private static void begin(Life life, PriorityQueue<Life> lives) {
        if (life.advance()) {
            lives.add(life);
        }
    }

    private static long tell(PriorityQueue<Life> lives, EventLineWriter lines) throws IOException {
        long told = 0;
        while (!lives.isEmpty()) {
            Life life = lives.remove();
            lines.write(life.id(), life.subject(), life.time(), life.tell());
            told++;
            begin(life, lives);
        }
        lines.flush();
        return told;
    }
}
