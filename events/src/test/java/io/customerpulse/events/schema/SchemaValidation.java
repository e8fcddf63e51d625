package io.customerpulse.events.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** Holds JSON text against a schema, by a validator that is not ours. */
final class SchemaValidation {

    private final JsonSchemaFactory schemas =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    /** What the schema at that path of the class path finds wrong; empty if nothing. */
    List<String> complaints(String schemaPath, String json) {
        return schemas
                .getSchema(SchemaLocation.of("classpath:" + schemaPath))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
