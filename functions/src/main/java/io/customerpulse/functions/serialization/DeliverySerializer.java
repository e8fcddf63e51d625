package io.customerpulse.functions.serialization;

import io.customerpulse.events.InputEvent;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes deliveries; a customer that is the event's subject is written once. */
public final class DeliverySerializer extends PulseSerializer<Delivery> {

    public static final DeliverySerializer INSTANCE = new DeliverySerializer();

    private static final long serialVersionUID = 1L;

    private DeliverySerializer() {
        super(true);
    }

    private static final int OWN_EVENT = 1;
    private static final int OWN_TIME = 2;
    private static final int CONCERNED = 4;
    private static final int LATE = 8;

    @Override
    public void serialize(Delivery delivery, DataOutputView target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        InputEvent event = delivery.event();
        boolean ownEvent = event.subject().filter(delivery.customer()::equals).isPresent();
        boolean ownTime = event.time().equals(delivery.at());
        out.writeByte(
                (ownEvent ? OWN_EVENT : 0)
                        | (ownTime ? OWN_TIME : 0)
                        | (delivery.concerned() ? CONCERNED : 0)
                        | (delivery.lateness().isPresent() ? LATE : 0));
        InputEventFormat.write(out, event);
        if (!ownEvent) {
            out.writeText(delivery.customer());
        }
        if (!ownTime) {
            out.writeInstant(delivery.at());
        }
        if (delivery.lateness().isPresent()) {
            LatenessFormat.write(out, delivery.lateness().get());
        }
    }

    @Override
    public Delivery deserialize(DataInputView source) throws IOException {
        CompactInput in = new CompactInput(source);
        int flags = in.readByte();
        InputEvent event = InputEventFormat.read(in);
        String customer = (flags & OWN_EVENT) != 0 ? event.subject().orElseThrow() : in.readText();
        Instant at = (flags & OWN_TIME) != 0 ? event.time() : in.readInstant();
        return new Delivery(
                customer,
                at,
                event,
                (flags & CONCERNED) != 0,
                (flags & LATE) != 0 ? Optional.of(LatenessFormat.read(in)) : Optional.empty());
    }

    @Override
    public TypeSerializerSnapshot<Delivery> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Delivery> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
