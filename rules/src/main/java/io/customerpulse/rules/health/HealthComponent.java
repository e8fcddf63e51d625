package io.customerpulse.rules.health;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of the health score, in the order in which it names them. */
public enum HealthComponent {
    USAGE,
    ENGAGEMENT,
    SUCCESS,
    GROWTH,
    SATISFACTION;

    /** The component's public name. */
    public String componentName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The component of that name, if there is one. */
    public static Optional<HealthComponent> named(String name) {
        return Arrays.stream(values()).filter(c -> c.componentName().equals(name)).findFirst();
    }
}
