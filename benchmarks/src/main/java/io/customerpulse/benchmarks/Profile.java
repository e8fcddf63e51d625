package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.job.MeasuredJob;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Tells where a warm job spends its CPU time, RocksDB's native code included: by thread, and by
 * what it was doing. Uses the profiler that Flink brings along.
 */
@Command(name = "profile", mixinStandardHelpOptions = true)
public final class Profile implements Callable<Integer> {

    /** A method of the customer's state, called for a turn and not for telemetry. */
    private static final String ON_TIMER =
            "TimeOrderedFunction.onTimer;io/customerpulse/functions/customer/CustomerStateFunction.";

    /** What a sample counts as: the first of these whose method is on its stack. */
    private static final Map<String, List<String>> ACTIVITIES = activities();

    private static final int THREADS_SHOWN = 12;

    @Parameters(index = "0", description = "NULL or FULL", defaultValue = "FULL")
    private MeasuredJob job;

    @Mixin private WorkloadSize size;

    @Mixin private Setup setup;

    private final Map<String, Long> threads = new TreeMap<>();
    private final Map<String, Long> doing = new TreeMap<>();
    private long samples;

    private Profile() {}

    /** Profiles and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Profile()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        StackSample.ofWarm(job, size, setup).forEach(this::count);
        print("by thread", threads);
        print("by activity", doing);
        return 0;
    }

    private static Map<String, List<String>> activities() {
        Map<String, List<String>> activities = new LinkedHashMap<>();
        activities.put(
                "results as JSON, back and forth", List.of("EventEncoder.", "ResultDecoder."));
        activities.put("evaluation: decoding the record", List.of("state/Deferred.get"));
        activities.put("evaluation: risk factors", List.of("RiskAssessment.assess"));
        activities.put("evaluation: metrics", List.of("CustomerMetrics.measure"));
        activities.put("evaluation: health", List.of("health/HealthScore.", "health/Health."));
        activities.put(
                "evaluation: what is news, and its events",
                List.of("timeline/Measuring.", "RiskAssessment$Outcome."));
        activities.put("evaluation: conditions of flags", List.of("FlagConditions.tell"));
        activities.put("evaluation: the rest", List.of("CustomerTimeline.advance"));
        activities.put(
                "flags: signals picked out and sent",
                List.of("PatternInput.processElement", "StreamFilter.processElement"));
        activities.put("flags: lifecycle", List.of("[flags: lifecycle", "FlagLifecycleFunction."));
        activities.put("flags: patterns", List.of("[flags: "));
        activities.put(
                "shared events and the directory", List.of("DirectoryFunction.", "[directory"));
        activities.put("the risk score", List.of("RiskScoreFunction.", "[risk score"));
        activities.put("decoding input", List.of("LineDecoder.map"));
        activities.put("sparse events: waiting", List.of("TimeOrderedFunction.processElement"));
        activities.put("turns: what waits", List.of("TimeOrderedFunction.takeDue"));
        activities.put("turns: reading the record", List.of(ON_TIMER + "load"));
        activities.put("turns: writing the record", List.of(ON_TIMER + "save"));
        activities.put("turns: the rest", List.of("TimeOrderedFunction.onTimer"));
        activities.put("timers", List.of("InternalTimerServiceImpl."));
        activities.put("telemetry: reading state", List.of("rocksdb/RocksDB.get"));
        activities.put("telemetry: writing state", List.of("rocksdb/RocksDB.put"));
        activities.put("telemetry: decoding the record", List.of("CustomerRecord.read"));
        activities.put("telemetry: encoding the record", List.of("CustomerRecord.write"));
        activities.put("telemetry: the rest", List.of("CustomerStateFunction.processElement"));
        activities.put(
                "exchange between operators",
                List.of("RecordWriterOutput.", "SpillingAdaptiveSpanningRecordDeserializer."));
        activities.put("source, watermarks, ingest", List.of("SourceOperator."));
        activities.put("RocksDB's own threads", List.of("[rocksdb:"));
        activities.put("garbage collection", List.of("[GC Thread", "[G1 "));
        activities.put("compiler", List.of("[C1 Comp", "[C2 Comp", "[C1_Comp", "[C2_Comp"));
        activities.put("starting and ending the job", List.of("[main", "pekko", "[jobmanager"));
        return activities;
    }

    private void count(StackSample sample) {
        samples += sample.seen();
        threads.merge(sample.thread(), sample.seen(), Long::sum);
        doing.merge(activity(sample.stack()), sample.seen(), Long::sum);
    }

    private static String activity(String stack) {
        return ACTIVITIES.entrySet().stream()
                .filter(activity -> activity.getValue().stream().anyMatch(stack::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("Flink's other work");
    }

    private void print(String title, Map<String, Long> counts) {
        System.out.println(title);
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(Math.max(THREADS_SHOWN, ACTIVITIES.size() + 1))
                .forEach(
                        count ->
                                System.out.printf(
                                        "%6.1f %%  %s%n",
                                        100.0 * count.getValue() / samples, count.getKey()));
    }
}
