package io.customerpulse.events.codec;

/** Says inside the decoder that a value breaks the contract; never leaves this package. */
final class Refusal extends Exception {

    private final transient RejectionCode code;

    Refusal(RejectionCode code, String reason) {
        // Without a stack trace: bad input may come in masses, and the place in our code says
        // nothing about it.
        super(reason, null, false, false);
        this.code = code;
    }

    RejectionCode code() {
        return code;
    }

    static Refusal missing(String path) {
        return new Refusal(
                RejectionCode.MISSING_FIELD, path + " is required and is left out or null");
    }

    static Refusal wrongType(String path, String found, String expected) {
        return new Refusal(
                RejectionCode.WRONG_TYPE,
                "%s is %s, but must be %s".formatted(path, found, expected));
    }

    static Refusal outOfRange(String path, String found, String allowed) {
        return new Refusal(
                RejectionCode.OUT_OF_RANGE,
                "%s is %s, but must be %s".formatted(path, found, allowed));
    }
}
