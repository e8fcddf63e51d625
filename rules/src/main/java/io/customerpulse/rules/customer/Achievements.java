package io.customerpulse.rules.customer;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.fact.GoalFact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Milestones, goals and return on investment: what the customer achieved with us. */
public final class Achievements {

    private int milestonesDue;
    private int milestonesOnTime;
    private SortedSet<Long> goalsSet = new TreeSet<>();
    private SortedSet<Long> goalsMet = new TreeSet<>();
    private Optional<BigDecimal> returnOnInvestment = Optional.empty();

    /** Completed milestones that had a date. */
    public int milestonesDue() {
        return milestonesDue;
    }

    /** Those of them completed by their date. */
    public int milestonesOnTime() {
        return milestonesOnTime;
    }

    /** Distinct goals set. */
    public int goalsSet() {
        return goalsSet.size();
    }

    /** Distinct goals met among those set. */
    public int goalsMet() {
        return (int) goalsMet.stream().filter(goalsSet::contains).count();
    }

    /** The last return reported, over its target. */
    public Optional<BigDecimal> returnOnInvestment() {
        return returnOnInvestment;
    }

    void milestone(ImplementationFact.MilestoneCompleted milestone, Instant at) {
        milestone
                .due()
                .ifPresent(
                        due -> {
                            milestonesDue++;
                            milestonesOnTime += at.isAfter(due) ? 0 : 1;
                        });
    }

    void apply(GoalFact fact) {
        // A missing id is an id of its own.
        if (fact instanceof GoalFact.GoalSet goal) {
            goalsSet.add(hash(goal.goalId().orElse("")));
        } else if (fact instanceof GoalFact.GoalMet goal) {
            goalsMet.add(hash(goal.goalId().orElse("")));
        } else if (fact instanceof GoalFact.RoiReported roi) {
            returnOnInvestment = Optional.of(roi.ratio());
        }
    }

    private static long hash(String goal) {
        return Hashing.komihash5_0().hashCharsToLong(goal);
    }

    void write(CompactOutput out) throws IOException {
        out.writeCount(milestonesDue);
        out.writeCount(milestonesOnTime);
        out.writeAll(goalsSet, CompactOutput::writeHash);
        out.writeAll(goalsMet, CompactOutput::writeHash);
        out.writeOptional(returnOnInvestment, (o, ratio) -> o.writeText(ratio.toPlainString()));
    }

    static Achievements read(CompactInput in) throws IOException {
        Achievements achievements = new Achievements();
        achievements.milestonesDue = in.readSize();
        achievements.milestonesOnTime = in.readSize();
        achievements.goalsSet = new TreeSet<>(in.readAll(CompactInput::readHash));
        achievements.goalsMet = new TreeSet<>(in.readAll(CompactInput::readHash));
        achievements.returnOnInvestment = in.readOptional(i -> new BigDecimal(i.readText()));
        return achievements;
    }
}
