package io.customerpulse.jobs.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Breaks the first attempt of a job in the middle of its input: after a checkpoint was completed,
 * and some lines after it. That the failure has happened is remembered in a file, which outlives
 * the attempt.
 */
final class FailOnce implements MapFunction<SpooledLine, SpooledLine>, CheckpointListener {

    private static final long serialVersionUID = 1L;

    private static final int LINES_BEFORE_WAITING = 300;
    private static final int LINES_AFTER_THE_CHECKPOINT = 100;
    private static final long PAUSE_NANOS = 1_000_000;

    private final String marker;
    private int lines;
    private int linesAfterCheckpoint;
    private boolean checkpointCompleted;

    FailOnce(Path marker) {
        this.marker = marker.toString();
    }

    @Override
    public SpooledLine map(SpooledLine line) throws IOException {
        lines++;
        if (lines > LINES_BEFORE_WAITING && !Files.exists(Path.of(marker))) {
            if (checkpointCompleted) {
                linesAfterCheckpoint++;
            } else {
                // So that the input does not run out before the first checkpoint is complete.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            if (linesAfterCheckpoint == LINES_AFTER_THE_CHECKPOINT) {
                fail(marker);
            }
        }
        return line;
    }

    static void fail(String marker) throws IOException {
        Files.createFile(Path.of(marker));
        throw new IllegalStateException("injected failure");
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        checkpointCompleted = lines > LINES_BEFORE_WAITING;
    }
}
