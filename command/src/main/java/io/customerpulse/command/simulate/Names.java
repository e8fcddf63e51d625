package io.customerpulse.command.simulate;

/** The ids of the simulated world: plain ASCII, numbered, and of equal length as far as it goes. */
final class Names {

    /** The CloudEvents source of every simulated event. */
    static final String SOURCE = "/simulator";

    /** What happens to everybody is numbered under this name. */
    static final String WORLD = "world";

    private Names() {}

    /** {@code c-0001} for the customer of number 0. */
    static String customer(int index) {
        return "c-" + padded(index + 1, 4);
    }

    /** {@code c-0001-t-0001}: the number-th thing of a kind. */
    static String thing(String owner, char kind, int number) {
        return owner + '-' + kind + '-' + padded(number, 4);
    }

    /** The number with zeros before it. */
    static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
