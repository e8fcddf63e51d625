package io.customerpulse.rules.sla.clock;

import java.time.Instant;
import java.util.Optional;

/**
 * A clock has another aim, or none, from an instant on.
 *
 * @param from inclusive
 * @param aim empty while the target does not apply
 */
public record AimChange(Instant from, Optional<Aim> aim) {}
