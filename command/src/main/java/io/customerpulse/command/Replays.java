package io.customerpulse.command;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.replay.Prepared;
import io.customerpulse.jobs.replay.ReplayFailedException;
import io.customerpulse.jobs.replay.ReplayJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Runs replays for a person: says how far they are and what came out. */
final class Replays {

    private final ReplayJob job;
    private final PrintWriter err;

    Replays(ReplayJob job, PrintWriter err) {
        this.job = job;
        this.err = err;
    }

    /**
     * Runs a replay.
     *
     * @throws CommandFailure if it fails
     */
    ReplayJob.Summary run(ReplayJob.Request request) {
        long started = System.nanoTime();
        say("Reading %s ...", request.input());
        try {
            ReplayJob.Summary summary = job.run(request, this::progress);
            report(request, summary, Duration.ofNanos(System.nanoTime() - started));
            return summary;
        } catch (IOException unusable) {
            throw new CommandFailure("The replay could not read or write its files.", unusable);
        } catch (ReplayFailedException failed) {
            throw new CommandFailure("The replay failed.", failed.getCause());
        }
    }

    private void progress(long lines, long bytes, long totalBytes) {
        if (bytes >= totalBytes) {
            say("%d lines read; computing ...", lines);
        } else if (lines % 1_000_000 == 0) {
            say("%d lines read, %d %%", lines, bytes * 100 / Math.max(1, totalBytes));
        }
    }

    private void report(ReplayJob.Request request, ReplayJob.Summary summary, Duration took) {
        Prepared.Counts counts = summary.counts();
        say(
                "%d lines: %d events, %d of unknown type, %d rejected, %d late, %d after the end;"
                        + " event time ended at %s; %d.%d s.",
                counts.lines(),
                counts.accepted(),
                counts.unknown(),
                counts.rejected(),
                counts.late(),
                counts.leftOut(),
                summary.until().map(Instant::toString).orElse("(no event)"),
                took.toSeconds(),
                took.toMillisPart() / 100);
        for (Map.Entry<Topic, Long> topic : summary.written().entrySet()) {
            say(
                    "%8d  %s",
                    topic.getValue(),
                    request.output().resolve(topic.getKey().topicName() + ".ndjson"));
        }
    }

    private void say(String format, Object... values) {
        err.printf(format + "%n", values);
        err.flush();
    }
}
