package io.customerpulse.benchmarks.workload;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Customers of very different size: most have a handful of users, a few have hundreds, as with
 * business customers. A customer's share of the events follows its users, and among the users of a
 * customer, as among the features, few do most (Zipf).
 */
final class Population {

    private static final int FEWEST_USERS = 4;
    private static final int MOST_USERS = 500;
    private static final double PARETO_EXPONENT = 1.3;
    private static final int FEATURES = 40;

    /** The sums of 1 + 1/2 + 1/3 ... that Zipf's law draws from. */
    private static final double[] HARMONIC = harmonic(MOST_USERS);

    private final int[] users;
    private final long[] usersUpTo;

    Population(int customers, SplittableRandom random) {
        users = new int[customers];
        usersUpTo = new long[customers];
        long sum = 0;
        for (int customer = 0; customer < customers; customer++) {
            double size = FEWEST_USERS / Math.pow(1 - random.nextDouble(), 1 / PARETO_EXPONENT);
            users[customer] = (int) Math.min(MOST_USERS, size);
            sum += users[customer];
            usersUpTo[customer] = sum;
        }
    }

    /** What a customer is called. */
    static String name(int customer) {
        return "customer-" + customer;
    }

    int customers() {
        return users.length;
    }

    int users(int customer) {
        return users[customer];
    }

    /** A customer, large ones more often. */
    int anyCustomer(SplittableRandom random) {
        long place = random.nextLong(usersUpTo[usersUpTo.length - 1]) + 1;
        int found = Arrays.binarySearch(usersUpTo, place);
        return found >= 0 ? found : -found - 1;
    }

    int anyUser(int customer, SplittableRandom random) {
        return zipf(users[customer], random);
    }

    int anyFeature(SplittableRandom random) {
        return zipf(FEATURES, random);
    }

    private static int zipf(int size, SplittableRandom random) {
        double place = random.nextDouble() * HARMONIC[size - 1];
        int found = Arrays.binarySearch(HARMONIC, 0, size, place);
        return Math.min(size - 1, found >= 0 ? found : -found - 1);
    }

    private static double[] harmonic(int size) {
        double[] sums = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }
}
