package io.customerpulse.jobs.replay;

/** Told now and then how far the reading of the input has come, for a line on standard error. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (lines, bytes, totalBytes) -> {};

    /**
     * So much of the input has been read.
     *
     * @param lines lines read so far, blank ones left aside
     * @param bytes bytes read so far
     * @param totalBytes the size of the whole input in bytes
     */
    void read(long lines, long bytes, long totalBytes);
}
