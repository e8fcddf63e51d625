package io.customerpulse.rules.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A document of the configuration, read but not yet checked.
 *
 * @param root its mapping, which notes problems as it is read
 * @param content the plain values, for telling one version from another; empty when unreadable
 */
public record YamlDocument(PolicySection root, Optional<Object> content) {

    private static final YAMLMapper YAML =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    // 0.1 stays 0.1.
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    /**
     * Reads a document; when it is missing or no YAML mapping, that is noted.
     *
     * @throws UncheckedIOException if it is there but cannot be read
     */
    public static YamlDocument read(Path file, List<PolicyProblem> problems) {
        try {
            if (!Files.isRegularFile(file)) {
                return broken(
                        file, problems, "is missing; copy it from the project's config directory");
            }
            JsonNode node = YAML.readTree(Files.readString(file));
            if (!node.isObject()) {
                return broken(file, problems, "must be a mapping of keys to values");
            }
            return new YamlDocument(
                    new PolicySection(file.toString(), "", node, problems),
                    Optional.of(YAML.treeToValue(node, Object.class)));
        } catch (JsonProcessingException notYaml) {
            return broken(file, problems, "is not YAML: " + where(notYaml));
        } catch (CharacterCodingException notText) {
            return broken(file, problems, "is not text in UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private static YamlDocument broken(Path file, List<PolicyProblem> problems, String reason) {
        problems.add(new PolicyProblem(file.toString(), "", reason));
        return new YamlDocument(
                new PolicySection(file.toString(), "", MissingNode.getInstance(), problems),
                Optional.empty());
    }

    private static String where(JsonProcessingException notYaml) {
        String what = notYaml.getOriginalMessage().lines().findFirst().orElse("");
        return notYaml.getLocation() == null
                ? what
                : "line " + notYaml.getLocation().getLineNr() + ": " + what;
    }
}
