package io.customerpulse.rules.sla;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A version of the policy that clocks keep to, wherever the configuration has gone since.
 *
 * @param version names it
 * @param policy what it promises
 */
public record PinnedPolicy(String version, SlaPolicy policy) {

    /** The version {@link #write} writes; {@link #read} reads it and every earlier one. */
    public static final int FORMAT = 1;

    /** Writes it in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        out.writeText(version);
        SlaPolicyFormat.write(out, policy);
    }

    /**
     * Reads a pinned policy.
     *
     * @throws IOException if the bytes are not of this or an earlier format
     */
    public static PinnedPolicy read(DataInput source) throws IOException {
        CompactInput in = new CompactInput(source);
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException(
                    "pinned policy of format "
                            + format
                            + ", but this version reads up to format "
                            + FORMAT
                            + ": restore with the version that wrote it, or a newer one");
        }
        return new PinnedPolicy(in.readText(), SlaPolicyFormat.read(in));
    }
}
