package io.customerpulse.benchmarks.job;

import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.functions.ingest.Received;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Decodes events of which every one is sound. */
final class LineDecoder extends RichMapFunction<byte[], Received> {

    private static final long serialVersionUID = 1L;

    private transient EventDecoder decoder;

    @Override
    public void open(OpenContext openContext) {
        decoder = new EventDecoder();
    }

    @Override
    public Received map(byte[] line) {
        Decoded decoded = decoder.decode(line);
        if (decoded instanceof Decoded.Accepted accepted) {
            return new Received.Accepted(
                    accepted.event(), accepted.event().time(), Optional.empty());
        }
        throw new IllegalStateException(
                "the workload holds a line that is no event: "
                        + new String(line, StandardCharsets.UTF_8)
                        + ": "
                        + decoded);
    }
}
