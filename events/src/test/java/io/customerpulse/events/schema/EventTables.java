package io.customerpulse.events.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.customerpulse.events.Topic;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.ResultType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes the tables of {@code docs/events.md} from the schemas, between their markers. */
final class EventTables {

    private static final Pattern GENERATED =
            Pattern.compile("(<!-- generated: (\\S+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final Schemas schemas = new Schemas();

    /** The page with every generated part written anew. */
    String renewed(String page) {
        Map<String, Supplier<String>> parts =
                Map.of(
                        "kinds", this::kinds,
                        "input-envelope", () -> table(schemas.inputEnvelope()),
                        "output-envelope", () -> table(schemas.outputEnvelope()),
                        "input-types", this::inputTypes,
                        "output-types", this::outputTypes);
        return GENERATED
                .matcher(page)
                .replaceAll(
                        part ->
                                Matcher.quoteReplacement(
                                        part.group(1)
                                                + parts.get(part.group(2)).get()
                                                + part.group(3)));
    }

    private String kinds() {
        List<String> rows = new ArrayList<>(List.of("| kind | what it is |", "|---|---|"));
        for (Map.Entry<String, JsonNode> kind : schemas.definitions().path("$defs").properties()) {
            rows.add("| %s | %s |".formatted(kind.getKey(), description(kind.getValue())));
        }
        return lines(rows);
    }

    private String inputTypes() {
        StringBuilder text = new StringBuilder();
        for (FactType type : FactType.values()) {
            JsonNode schema = schemas.of(type);
            String subject = type.needsSubject() ? "" : " Subject optional.";
            text.append("\n### `%s`\n\n".formatted(type.typeName()))
                    .append(description(schema) + subject + "\n")
                    .append(fields(schema));
        }
        return text.append("\n").toString();
    }

    private String outputTypes() {
        StringBuilder text = new StringBuilder();
        Optional<Topic> topic = Optional.empty();
        for (ResultType type : ResultType.values()) {
            if (!topic.equals(Optional.of(type.topic()))) {
                topic = Optional.of(type.topic());
                text.append("\n### Topic `%s`\n".formatted(type.topic().topicName()));
            }
            JsonNode schema = schemas.of(type);
            text.append("\n#### `%s`\n\n".formatted(type.typeName()))
                    .append(description(schema) + "\n\n")
                    .append("Subject: " + description(schema.at("/properties/subject")) + "\n")
                    .append(fields(schema));
        }
        return text.append("\n").toString();
    }

    private static String fields(JsonNode schema) {
        JsonNode data = schema.at("/properties/data");
        return data.path("properties").isEmpty() ? "" : "\n" + table(data);
    }

    /** One row a property; those of objects inside follow with their path. */
    private static String table(JsonNode object) {
        List<String> rows =
                new ArrayList<>(List.of("| field | kind | | what it says |", "|---|---|---|---|"));
        addRows(rows, "", object);
        return lines(rows);
    }

    private static void addRows(List<String> rows, String path, JsonNode object) {
        List<String> required = elements(object.path("required")).map(JsonNode::textValue).toList();
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            String here = path + property.getKey();
            JsonNode schema = property.getValue();
            rows.add(
                    "| `%s` | %s | %s | %s |"
                            .formatted(
                                    here,
                                    kind(schema),
                                    required.contains(property.getKey()) ? "required" : "",
                                    description(schema)));
            if (schema.path("type").asText().equals("array")) {
                addRows(rows, here + "[].", schema.path("items"));
            } else if (schema.path("additionalProperties").isObject()) {
                addRows(rows, here + ".*.", schema.path("additionalProperties"));
            } else {
                addRows(rows, here + ".", schema);
            }
        }
    }

    private static String kind(JsonNode schema) {
        if (schema.has("anyOf")) {
            return kind(schema.path("anyOf").path(0));
        } else if (schema.has("$ref")) {
            String name = schema.path("$ref").asText();
            return name.substring(name.lastIndexOf('/') + 1) + bounds(schema);
        } else if (schema.has("enum")) {
            return words(schema.path("enum"));
        } else if (schema.has("propertyNames")) {
            return "object by " + words(schema.at("/propertyNames/enum"));
        } else if (schema.has("const")) {
            return "`" + schema.path("const").asText() + "`";
        } else if (schema.path("type").asText().equals("array")) {
            return "array of objects";
        }
        return schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText();
    }

    private static String bounds(JsonNode schema) {
        if (schema.has("maximum")) {
            return ", %s to %s"
                    .formatted(schema.path("minimum").asText(), schema.path("maximum").asText());
        }
        return schema.has("minimum") ? ", from " + schema.path("minimum").asText() : "";
    }

    private static String words(JsonNode words) {
        return String.join(
                ", ",
                elements(words)
                        .filter(JsonNode::isTextual)
                        .map(word -> "`" + word.textValue() + "`")
                        .toList());
    }

    private static String description(JsonNode schema) {
        return schema.path("description").asText();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
