package io.customerpulse.events.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.customerpulse.events.fact.Change;
import java.io.IOException;

/** How records become JSON: absent values left out, decimals plain, time in ISO form. */
final class ContractJson {

    private ContractJson() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addSerializer(new ChangeSerializer()))
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .withConfigOverride(
                        Change.class,
                        change ->
                                change.setInclude(
                                        JsonInclude.Value.construct(
                                                JsonInclude.Include.NON_EMPTY,
                                                JsonInclude.Include.ALWAYS)))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                // Exactly what was written, zeros included.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // The contract only ever grows: what a newer version added is no error.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** A kept field counts as empty and is left out, a cleared one is written as null. */
    private static final class ChangeSerializer extends StdSerializer<Change<?>> {

        private static final long serialVersionUID = 1;

        ChangeSerializer() {
            super(Change.class, false);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Change<?> change) {
            return change instanceof Change.Kept<?>;
        }

        @Override
        public void serialize(Change<?> change, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            if (change instanceof Change.Set<?> set) {
                provider.defaultSerializeValue(set.value(), json);
            } else {
                json.writeNull();
            }
        }
    }
}
