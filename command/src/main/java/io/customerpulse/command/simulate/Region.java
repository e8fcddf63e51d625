package io.customerpulse.command.simulate;

/** Where a customer works, and when. */
enum Region {
    NEW_YORK("US-EAST", "America/New_York", "USD", 13),
    CHICAGO("US-CENTRAL", "America/Chicago", "USD", 14),
    SAO_PAULO("LATAM", "America/Sao_Paulo", "BRL", 11),
    LONDON("UK", "Europe/London", "GBP", 8),
    BERLIN("EU", "Europe/Berlin", "EUR", 7),
    SINGAPORE("APAC", "Asia/Singapore", "SGD", 1);

    private static final double WORKING_HOURS = 9.5;

    private final String label;
    private final String timeZone;
    private final String currency;
    // In UTC and the same all year: no tables of zones, which differ from machine to machine.
    private final int opensAt;

    Region(String label, String timeZone, String currency, int opensAt) {
        this.label = label;
        this.timeZone = timeZone;
        this.currency = currency;
        this.opensAt = opensAt;
    }

    String label() {
        return label;
    }

    String timeZone() {
        return timeZone;
    }

    String currency() {
        return currency;
    }

    /** An instant of the working hours of a day, to the millisecond. */
    long workingTime(Day day, RandomStream random) {
        return day.start()
                + opensAt * Day.HOUR
                + (long) (random.fraction() * WORKING_HOURS * Day.HOUR);
    }
}
