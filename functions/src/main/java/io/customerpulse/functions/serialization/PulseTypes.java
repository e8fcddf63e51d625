package io.customerpulse.functions.serialization;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.DirectoryEntry;
import io.customerpulse.rules.customer.SharedCauses;
import io.customerpulse.rules.flag.FlagState;
import io.customerpulse.rules.risk.PublishedRisk;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.sla.PinnedPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.ledger.LedgerRecord;
import io.customerpulse.rules.sla.tickets.SlaAccount;
import io.customerpulse.rules.sla.tickets.TicketRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The types that cross operators or stay in state, each with its own serializer. */
public final class PulseTypes {

    public static final TypeInformation<Received> RECEIVED =
            new SerializedType<>(Received.class, ReceivedSerializer.INSTANCE);
    public static final TypeInformation<Delivery> DELIVERY =
            new SerializedType<>(Delivery.class, DeliverySerializer.INSTANCE);
    public static final TypeInformation<DirectoryEntry> DIRECTORY_ENTRY =
            new SerializedType<>(DirectoryEntry.class, DirectoryEntrySerializer.INSTANCE);
    public static final TypeInformation<Signal> SIGNAL =
            new SerializedType<>(Signal.class, SignalSerializer.INSTANCE);
    public static final TypeInformation<Emission> EMISSION =
            new SerializedType<>(Emission.class, EmissionSerializer.INSTANCE);
    public static final TypeInformation<CustomerRecord> CUSTOMER_RECORD =
            new SerializedType<>(CustomerRecord.class, CustomerRecordSerializer.INSTANCE);
    public static final TypeInformation<PublishedRisk> PUBLISHED_RISK =
            new SerializedType<>(PublishedRisk.class, PublishedRiskSerializer.INSTANCE);
    public static final TypeInformation<FlagState> FLAG_STATE =
            new SerializedType<>(FlagState.class, FlagStateSerializer.INSTANCE);
    public static final TypeInformation<SlaSignal> SLA_SIGNAL =
            new SerializedType<>(SlaSignal.class, SlaSignalSerializer.INSTANCE);
    public static final TypeInformation<LedgerRecord> LEDGER_RECORD =
            new SerializedType<>(LedgerRecord.class, LedgerRecordSerializer.INSTANCE);
    public static final TypeInformation<SharedCauses> SHARED_CAUSES =
            new SerializedType<>(SharedCauses.class, SharedCausesSerializer.INSTANCE);
    public static final TypeInformation<SlaAccount> SLA_ACCOUNT =
            new SerializedType<>(SlaAccount.class, SlaAccountSerializer.INSTANCE);
    public static final TypeInformation<TicketRecord> TICKET_RECORD =
            new SerializedType<>(TicketRecord.class, TicketRecordSerializer.INSTANCE);
    public static final TypeInformation<PinnedPolicy> PINNED_POLICY =
            new SerializedType<>(PinnedPolicy.class, PinnedPolicySerializer.INSTANCE);

    private PulseTypes() {}
}
