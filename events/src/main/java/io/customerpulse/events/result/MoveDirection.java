package io.customerpulse.events.result;

/** Where a move between clusters leads in the order of value. */
public enum MoveDirection {
    UP,
    DOWN,
    SIDEWAYS
}
