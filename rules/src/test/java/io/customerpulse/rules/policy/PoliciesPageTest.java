package io.customerpulse.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about policies describes every value of the shipped documents. */
class PoliciesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "policies.md");

    /** Of what stands here the page describes each mapping as one value. */
    private static final Set<String> WHOLE = Set.of("stakeholder-departed.", "profiles.");

    @ParameterizedTest
    @ValueSource(strings = {"customer.yaml", "risk.yaml", "health.yaml"})
    void describesEveryValue(String document) throws IOException {
        JsonNode shipped =
                new YAMLMapper().readTree(Path.of("..", "config", "policies", document).toFile());
        String page = Files.readString(PAGE);
        assertThat(valuesIn(shipped, ""))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(page).contains("| `" + path + "` |"));
    }

    /**
     * Paths as the page writes them: factors by their own name, roles with their points, profiles
     * with their weights.
     */
    private static List<String> valuesIn(JsonNode node, String path) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            if (key.equals("factors")) {
                values.addAll(valuesIn(field.getValue(), ""));
            } else if (field.getValue().isObject() && !WHOLE.contains(path)) {
                values.addAll(valuesIn(field.getValue(), path + key + "."));
            } else {
                values.add(path + key);
            }
        }
        return values;
    }
}
