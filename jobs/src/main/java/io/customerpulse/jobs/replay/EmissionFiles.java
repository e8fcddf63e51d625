package io.customerpulse.jobs.replay;

import io.customerpulse.events.Emission;
import io.customerpulse.events.codec.EventEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/** The part files of a replay: one directory per topic, one JSON object a line. */
final class EmissionFiles {

    private EmissionFiles() {}

    /**
     * Part files are closed at each checkpoint and come out of hiding when it is complete; what was
     * written after the last one before a failure stays hidden.
     */
    static FileSink<Emission> sink(Path directory) {
        return FileSink.forRowFormat(
                        new org.apache.flink.core.fs.Path(directory.toUri()), new LineEncoder())
                .withBucketAssigner(new ByTopic())
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .build();
    }

    private static final class LineEncoder implements Encoder<Emission> {

        private static final long serialVersionUID = 1L;

        private transient EventEncoder encoder;

        @Override
        public void encode(Emission emission, OutputStream stream) throws IOException {
            if (encoder == null) {
                encoder = new EventEncoder();
            }
            byte[] json = encoder.encode(emission);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            // The stream is not buffered: one write for each line.
            stream.write(line);
        }
    }

    private static final class ByTopic implements BucketAssigner<Emission, String> {

        private static final long serialVersionUID = 1L;

        @Override
        public String getBucketId(Emission emission, Context context) {
            return emission.topic().topicName();
        }

        @Override
        public SimpleVersionedSerializer<String> getSerializer() {
            return SimpleVersionedStringSerializer.INSTANCE;
        }
    }
}
