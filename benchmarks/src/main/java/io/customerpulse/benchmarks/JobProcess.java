package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.job.MeasuredJob;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link MeasuredProcess}, seen from outside. */
final class JobProcess implements Closeable {

    /** What every measured Java machine is started with. */
    static final List<String> JVM_FLAGS =
            List.of(
                    "-Xms2g",
                    "-Xmx2g",
                    "-XX:+UseG1GC",
                    // So that none ends and takes its clock with it.
                    "-XX:-UseDynamicNumberOfCompilerThreads",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.time=ALL-UNNAMED");

    private final MeasuredJob job;
    private final BufferedReader answers;
    private final Writer requests;

    private JobProcess(MeasuredJob job, Process process) {
        this.job = job;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * Starts the process and waits until it is warm.
     *
     * @throws IOException if it cannot be started or fails
     */
    static JobProcess start(MeasuredJob job, WorkloadSize size, Setup setup) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(MeasuredProcess.class.getName(), job.name()));
        command.addAll(size.arguments());
        command.addAll(setup.arguments());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        JobProcess started = new JobProcess(job, process);
        while (!started.answer().equals(MeasuredProcess.READY)) {
            // Whatever else it prints does not concern us.
        }
        return started;
    }

    /** Has the job run once. */
    Measurement measure() throws IOException {
        requests.write("\n");
        requests.flush();
        return Measurement.of(answer());
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the process of " + job + " ended; what it said is above");
        }
        return line;
    }

    /** Ends the process, which waits for the next request. */
    @Override
    public void close() throws IOException {
        requests.close();
        answers.close();
    }
}
