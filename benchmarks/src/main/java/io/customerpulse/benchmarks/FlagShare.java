package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.job.MeasuredJob;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Tells what share of a warm job's CPU time flags take, by step ({@code docs/performance.md}, what
 * flags cost). Without the compiler, and without starting and ending the job: a job runs for weeks,
 * and this one for seconds.
 */
@Command(name = "flag-share", mixinStandardHelpOptions = true)
public final class FlagShare implements Callable<Integer> {

    /** What is no work of the job's: the compiler, and starting and ending the job. */
    private static final List<String> BESIDE =
            List.of(
                    "[C1 Comp",
                    "[C2 Comp",
                    "[C1_Comp",
                    "[C2_Comp",
                    "[main",
                    "pekko",
                    "[jobmanager",
                    "StreamTask.restoreInternal",
                    "StreamTask.cleanUp");

    /** The steps of flags, by the thread of their operator or a method on the stack. */
    private static final Map<String, List<String>> STEPS = steps();

    @Mixin private WorkloadSize size;

    @Mixin private Setup setup;

    private final Map<String, Long> seen = new LinkedHashMap<>();
    private long samples;

    private FlagShare() {}

    /** Measures and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FlagShare()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        STEPS.keySet().forEach(step -> seen.put(step, 0L));
        StackSample.ofWarm(MeasuredJob.FULL, size, setup).forEach(this::count);
        seen.forEach((step, times) -> print(times, step));
        print(seen.values().stream().mapToLong(Long::longValue).sum(), "flags together");
        System.out.printf("of %d samples%n", samples);
        return 0;
    }

    private static Map<String, List<String>> steps() {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        steps.put("customer state: conditions judged and told", List.of("FlagConditions.tell"));
        steps.put(
                "customer state: what was told, in the record",
                List.of("ToldConditions.read", "ToldConditions.write"));
        steps.put(
                "customer state: signals sent to patterns", List.of("PatternInput.processElement"));
        steps.put(
                "customer state: signals sent to the lifecycle",
                List.of("StreamFilter.processElement"));
        steps.put("patterns: occurred", List.of("[flags: occurred"));
        steps.put("patterns: repeated", List.of("[flags: repeated"));
        steps.put("patterns: fell", List.of("[flags: fell"));
        steps.put("lifecycle", List.of("[flags: lifecycle"));
        steps.put("late signals", List.of("[flags: late"));
        return steps;
    }

    private void count(StackSample sample) {
        if (BESIDE.stream().anyMatch(sample.stack()::contains)) {
            return;
        }
        samples += sample.seen();
        STEPS.entrySet().stream()
                .filter(step -> step.getValue().stream().anyMatch(sample.stack()::contains))
                .findFirst()
                .ifPresent(step -> seen.merge(step.getKey(), sample.seen(), Long::sum));
    }

    private void print(long times, String what) {
        System.out.printf("%6.2f %%  %s%n", 100.0 * times / samples, what);
    }
}
