package io.customerpulse.functions.serialization;

import io.customerpulse.rules.customer.DirectoryEntry;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what the directory is told. */
public final class DirectoryEntrySerializer extends PulseSerializer<DirectoryEntry> {

    public static final DirectoryEntrySerializer INSTANCE = new DirectoryEntrySerializer();

    private static final long serialVersionUID = 1L;

    private DirectoryEntrySerializer() {
        super(true);
    }

    private static final int ARRIVAL = 0;
    private static final int SHARED = 1;

    @Override
    public void serialize(DirectoryEntry entry, DataOutputView target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        if (entry instanceof DirectoryEntry.Arrival arrival) {
            out.writeByte(ARRIVAL);
            out.writeInstant(arrival.at());
            out.writeText(arrival.customer());
        } else if (entry instanceof DirectoryEntry.Shared shared) {
            out.writeByte(SHARED);
            out.writeInstant(shared.at());
            out.writeCount(shared.shard());
            InputEventFormat.write(out, shared.event());
            out.writeOptional(shared.lateness(), LatenessFormat::write);
        }
    }

    @Override
    public DirectoryEntry deserialize(DataInputView source) throws IOException {
        CompactInput in = new CompactInput(source);
        int kind = in.readByte();
        return switch (kind) {
            case ARRIVAL -> {
                Instant at = in.readInstant();
                yield new DirectoryEntry.Arrival(in.readText(), at);
            }
            case SHARED -> {
                Instant at = in.readInstant();
                int shard = in.readSize();
                yield new DirectoryEntry.Shared(
                        shard,
                        InputEventFormat.read(in),
                        at,
                        in.readOptional(LatenessFormat::read));
            }
            default -> throw new IOException("unknown kind of directory entry: " + kind);
        };
    }

    @Override
    public TypeSerializerSnapshot<DirectoryEntry> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DirectoryEntry> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
