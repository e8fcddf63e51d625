package io.customerpulse.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about policies describes every value of the shipped documents. */
class PoliciesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "policies.md");

    /** Of what stands here the page describes each mapping as one value. */
    private static final Set<String> WHOLE =
            Set.of(
                    "stakeholder-departed.",
                    "profiles.",
                    "calendars.",
                    "contract.",
                    "internal.",
                    "credits.",
                    "reports.");

    @ParameterizedTest
    @ValueSource(strings = {"customer.yaml", "risk.yaml", "health.yaml", "flags.yaml", "sla.yaml"})
    void describesEveryValue(String document) throws IOException {
        String page = Files.readString(PAGE);
        assertThat(valuesIn(shipped(document), "").keySet())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(page).contains("| `" + path + "` |"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.yaml", "risk.yaml", "health.yaml", "flags.yaml", "sla.yaml"})
    void saysWhatIsShipped(String document) throws IOException {
        String page = Files.readString(PAGE);
        List<String> rows = new ArrayList<>();
        valuesIn(shipped(document), "")
                .forEach(
                        (path, value) ->
                                written(value)
                                        .map(text -> "| `" + path + "` | " + text + " |")
                                        .ifPresent(rows::add));
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(page).contains(row));
    }

    private static JsonNode shipped(String document) throws IOException {
        return new YAMLMapper().readTree(Path.of("..", "config", "policies", document).toFile());
    }

    /** How the page writes a value; empty for those it puts in words. */
    private static Optional<String> written(JsonNode value) {
        if (value.isArray() && value.get(0).isNumber()) {
            List<String> numbers = new ArrayList<>();
            value.forEach(number -> numbers.add(plain(number)));
            return Optional.of(String.join(", ", numbers));
        }
        if (value.isNumber()) {
            return Optional.of("`" + plain(value) + "`");
        }
        if (value.isTextual() && value.asText().matches("\\d+")) {
            return Optional.of("`\"" + value.asText() + "\"`");
        }
        return value.isValueNode() ? Optional.of("`" + value.asText() + "`") : Optional.empty();
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    /**
     * Paths as the page writes them: factors by their own name, roles with their points, profiles
     * with their weights.
     */
    private static Map<String, JsonNode> valuesIn(JsonNode node, String path) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            if (key.equals("factors")) {
                values.putAll(valuesIn(field.getValue(), ""));
            } else if (field.getValue().isObject() && !WHOLE.contains(path)) {
                values.putAll(valuesIn(field.getValue(), path + key + "."));
            } else {
                values.put(path + key, field.getValue());
            }
        }
        return values;
    }
}
