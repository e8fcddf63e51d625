package io.customerpulse.functions.state;

import java.util.concurrent.Callable;
import org.apache.flink.util.FlinkRuntimeException;

/** Lets rules that know nothing of Flink look into its state, whose methods throw anything. */
public final class StateAccess {

    private StateAccess() {}

    /** What the access gives; its failure fails the job. */
    public static <T> T of(Callable<T> access) {
        try {
            return access.call();
        } catch (Exception failure) {
            throw new FlinkRuntimeException("the state backend failed", failure);
        }
    }
}
