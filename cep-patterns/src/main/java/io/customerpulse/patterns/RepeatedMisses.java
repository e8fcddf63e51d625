package io.customerpulse.patterns;

import io.customerpulse.rules.sla.ReportingCalendar;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.credit.ContractBreach;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * <em>So many within a calendar month or quarter</em>: targets of contracts that were missed. One
 * operator serves one row of the policy.
 *
 * <ul>
 *   <li><b>Key:</b> customer and period.
 *   <li><b>Contiguity:</b> relaxed; the response of a ticket, and its resolution with its
 *       workaround, count once each, so what is counted already is skipped.
 *   <li><b>Skip strategy:</b> none, so that every miss from that number on ends a match, at once:
 *       an earlier one may turn out not to count.
 *   <li><b>Time:</b> {@link #FOUND_WITHIN}, for a miss may be found after its period is over.
 *   <li><b>Equal times:</b> {@link SlaSignalOrder}.
 *   <li><b>State of a key:</b> the misses that may be the first of a match, until they are that
 *       old; then none.
 * </ul>
 */
public final class RepeatedMisses {

    /** How long a period is. */
    public enum Period {
        MONTH,
        QUARTER
    }

    /** The stage's name, which stands in savepoints. */
    public static final String MISSES = "misses";

    /** A quarter, and as long as a closed ticket is remembered. */
    static final Duration FOUND_WITHIN = Duration.ofDays(200);

    private final Period period;
    private final int times;
    private final ReportingCalendar calendar;

    /**
     * @param period within what they count together
     * @param times how many are looked for
     * @param calendar whose months and quarters
     */
    public RepeatedMisses(Period period, int times, ReportingCalendar calendar) {
        this.period = period;
        this.times = times;
        this.calendar = calendar;
    }

    /** The operator's uid, which is another for another row: an edited row begins with no state. */
    public String uid() {
        return "sla.repeated."
                + RowUid.of(
                        period.name().toLowerCase(Locale.ROOT), times + " in " + calendar.zone());
    }

    /** Finds {@link SlaSignal.RepeatedMisses} in verdicts. */
    public Matches<SlaSignal> in(DataStream<SlaSignal> verdicts) {
        Period kept = period;
        ReportingCalendar months = calendar;
        int count = times;
        return new SignalPattern<>(
                        "sla: repeated (" + period.name().toLowerCase(Locale.ROOT) + ")",
                        uid(),
                        new Vocabulary.OfServiceLevels(),
                        RepeatedMisses::isMiss,
                        miss -> nameOf(kept, months, miss) + " " + miss.customer(),
                        pattern(),
                        last ->
                                new SlaSignal.RepeatedMisses(
                                        last.customer(),
                                        last.time(),
                                        nameOf(kept, months, last),
                                        count))
                .in(verdicts);
    }

    Pattern<SlaSignal, ?> pattern() {
        return Pattern.<SlaSignal>begin(MISSES, AfterMatchSkipStrategy.noSkip())
                .where(new AnotherMiss())
                .times(times)
                .within(FOUND_WITHIN);
    }

    private static boolean isMiss(SlaSignal signal) {
        return signal instanceof SlaSignal.Verdict verdict
                && ContractBreach.of(verdict).isPresent();
    }

    private static ContractBreach breach(SlaSignal miss) {
        return ContractBreach.of((SlaSignal.Verdict) miss).orElseThrow();
    }

    private static String nameOf(Period period, ReportingCalendar calendar, SlaSignal miss) {
        YearMonth month = calendar.monthOf(breach(miss).at());
        return switch (period) {
            case MONTH -> month.toString();
            case QUARTER -> ReportingCalendar.quarterOf(month);
        };
    }

    /** A miss of a ticket or kind that is not among those of the match so far. */
    private static final class AnotherMiss extends IterativeCondition<SlaSignal> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean filter(SlaSignal signal, Context<SlaSignal> context) throws Exception {
            for (SlaSignal counted : context.getEventsForPattern(MISSES)) {
                if (breach(counted).miss().equals(breach(signal).miss())) {
                    return false;
                }
            }
            return true;
        }
    }
}
