package io.customerpulse.jobs.replay;

import java.io.Closeable;
import java.io.IOException;

/** Takes lines, and gives them back once, in the order the store stands for. */
interface LineStore extends Closeable {

    /** Receives the lines. */
    @FunctionalInterface
    interface Drain {
        void accept(SortRecord sortRecord) throws IOException;
    }

    void add(SortRecord sortRecord) throws IOException;

    /** Hands every line to {@code drain}; the store is empty and of no more use afterwards. */
    void drainTo(Drain drain) throws IOException;
}
