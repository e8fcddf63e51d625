package io.customerpulse.rules.flag;

import io.customerpulse.events.result.FlagColor;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How urgent each flag is, and what begins those that are no risk factor decided elsewhere: {@code
 * config/policies/flags.yaml}, explained in {@code docs/policies.md}.
 *
 * @param dueWithin in which time action is asked for; a color without one asks for none
 * @param continuesWithin a flag raised again so soon after it was cleared goes on
 * @param colors of every flag
 * @param notUsedBelow a share of active users below this, in percent of the seats, is no use
 * @param repeatedPoorCsat the row of the flag {@code repeated-poor-csat}
 * @param npsDrop the row of the flag {@code nps-drop}
 * @param growthDays complete days that are compared with as many before
 * @param npsAbove a net promoter score above this is high
 * @param csatAbove a mean rating above this is high
 * @param referringLasts how long a referral counts
 * @param advocateLasts how long a testimonial counts
 * @param sponsorEngagedLasts how long an interaction with the sponsor counts
 */
public record FlagPolicy(
        Map<FlagColor, Duration> dueWithin,
        Duration continuesWithin,
        Map<Flag, FlagColor> colors,
        int notUsedBelow,
        Repeated repeatedPoorCsat,
        Fell npsDrop,
        int growthDays,
        int npsAbove,
        int csatAbove,
        Duration referringLasts,
        Duration advocateLasts,
        Duration sponsorEngagedLasts)
        implements Serializable {

    public FlagPolicy {
        dueWithin = Map.copyOf(dueWithin);
        colors = Map.copyOf(colors);
    }

    /**
     * So many poor answers within a time.
     *
     * @param times how many answers
     * @param below a rating below this is poor
     * @param within the first and the last of them are less than this apart
     */
    public record Repeated(int times, int below, Duration within) implements Serializable {}

    /**
     * A drop from one window to the next.
     *
     * @param moreThan how many points the score may fall, inclusive
     * @param window the time each of the two scores is taken over
     * @param answersNeeded answers each score needs
     * @param lasts how long it counts after it became true
     */
    public record Fell(int moreThan, Duration window, int answersNeeded, Duration lasts)
            implements Serializable {}

    /** The flag's color. */
    public FlagColor color(Flag flag) {
        return colors.get(flag);
    }

    /** In which time action is asked for when the flag is raised; empty when none is. */
    public Optional<Duration> dueWithin(Flag flag) {
        return Optional.ofNullable(dueWithin.get(color(flag)));
    }
}
