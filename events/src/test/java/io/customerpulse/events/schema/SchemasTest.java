package io.customerpulse.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.customerpulse.events.codec.RejectionCode;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.ResultType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas say the same as the records, and say it to people, too. */
class SchemasTest {

    private final Schemas schemas = new Schemas();

    @ParameterizedTest
    @EnumSource
    void inputSchemasHaveTheFieldsOfTheRecord(FactType type) {
        assertThat(fieldNames(data(schemas.of(type))))
                .containsExactlyInAnyOrderElementsOf(components(type.factClass()));
    }

    @ParameterizedTest
    @EnumSource
    void outputSchemasHaveTheFieldsOfTheRecord(ResultType type) {
        List<String> fields = fieldNames(data(schemas.of(type)));
        List<String> components = components(type.resultClass());

        if (type == ResultType.CUSTOMER_MEASURED) {
            // Metrics are fields of their own, and more may come.
            assertThat(fields).containsAll(components);
        } else {
            assertThat(fields).containsExactlyInAnyOrderElementsOf(components);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inputSchemasListTheWordsOfTheEnums(FactType type) {
        assertWordsOfEnums(type.factClass(), data(schemas.of(type)));
    }

    @ParameterizedTest
    @EnumSource
    void outputSchemasListTheWordsOfTheEnums(ResultType type) {
        assertWordsOfEnums(type.resultClass(), data(schemas.of(type)));
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTypesThatNeedASubjectRequireOne(FactType type) {
        assertThat(texts(schemas.of(type).path("required")).contains("subject"))
                .isEqualTo(type.needsSubject());
    }

    @ParameterizedTest
    @EnumSource
    void everyInputPropertyIsDescribed(FactType type) {
        assertDescribed(type.typeName(), schemas.of(type));
    }

    @ParameterizedTest
    @EnumSource
    void everyOutputPropertyIsDescribed(ResultType type) {
        assertDescribed(type.typeName(), schemas.of(type));
    }

    @Test
    void everyPropertyOfTheEnvelopesIsDescribed() {
        assertDescribed("input", schemas.inputEnvelope());
        assertDescribed("output", schemas.outputEnvelope());
    }

    @Test
    void deadLettersListEveryRejectionCode() {
        assertThat(
                        texts(
                                data(schemas.of(ResultType.EVENT_REJECTED))
                                        .at("/properties/reasonCode/enum")))
                .containsExactlyElementsOf(names(RejectionCode.class));
    }

    private static void assertDescribed(String path, JsonNode schema) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String here = path + "." + property.getKey();
            assertThat(property.getValue().path("description").asText()).as(here).isNotBlank();
            assertDescribed(here, property.getValue());
            assertDescribed(here + "[]", property.getValue().path("items"));
        }
    }

    private static void assertWordsOfEnums(Class<?> holder, JsonNode data) {
        for (RecordComponent component : allComponents(holder)) {
            Class<?> type = enumIn(component.getGenericType());
            JsonNode words = data.path("properties").path(name(component)).path("enum");
            if (type != null && !words.isMissingNode()) {
                assertThat(texts(words)).as(component.getName()).isEqualTo(names(type));
            } else if (type != null) {
                // An open list shows its words as examples.
                assertThat(texts(data.path("properties").path(name(component)).path("examples")))
                        .as(component.getName())
                        .isEqualTo(names(type));
            }
        }
    }

    /** The enum a component holds, bare or inside an Optional or Change; null if it holds none. */
    private static Class<?> enumIn(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isEnum() ? plain : null;
        }
        ParameterizedType generic = (ParameterizedType) type;
        Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        return generic.getRawType() == Map.class ? null : enumIn(last);
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
    }

    private static List<String> components(Class<?> holder) {
        return allComponents(holder).stream().map(SchemasTest::name).toList();
    }

    private static List<RecordComponent> allComponents(Class<?> holder) {
        List<RecordComponent> all = new ArrayList<>();
        for (RecordComponent component : holder.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                all.addAll(allComponents(component.getType()));
            } else if (!component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
                all.add(component);
            }
        }
        return all;
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    private static JsonNode data(JsonNode schema) {
        return schema.at("/properties/data");
    }

    private static List<String> fieldNames(JsonNode data) {
        return data.path("properties").properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }
}
