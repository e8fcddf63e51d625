package io.customerpulse.rules.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
        return read(file, problems, Resolver.NONE);
    }

    /**
     * Like {@link #read(Path, List)}, for a document with placeholders; one that cannot be filled
     * in is noted.
     *
     * @throws UncheckedIOException if it is there but cannot be read
     */
    public static YamlDocument read(Path file, List<PolicyProblem> problems, Resolver resolver) {
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
                    new PolicySection(
                            file.toString(),
                            "",
                            resolved(node, resolver, file, problems),
                            problems),
                    Optional.of(YAML.treeToValue(node, Object.class)));
        } catch (JsonProcessingException notYaml) {
            return broken(file, problems, "is not YAML: " + where(notYaml));
        } catch (CharacterCodingException notText) {
            return broken(file, problems, "is not text in UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private static JsonNode resolved(
            JsonNode node, Resolver resolver, Path file, List<PolicyProblem> problems) {
        return resolved(node, "", resolver, file, problems);
    }

    private static JsonNode resolved(
            JsonNode node,
            String path,
            Resolver resolver,
            Path file,
            List<PolicyProblem> problems) {
        if (node instanceof ObjectNode mapping) {
            ObjectNode filled = mapping.objectNode();
            mapping.properties()
                    .forEach(
                            entry -> {
                                String inner =
                                        path.isEmpty()
                                                ? entry.getKey()
                                                : path + "." + entry.getKey();
                                filled.set(
                                        entry.getKey(),
                                        resolved(
                                                entry.getValue(), inner, resolver, file, problems));
                            });
            return filled;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode filled = list.arrayNode();
            for (int i = 0; i < list.size(); i++) {
                filled.add(resolved(list.get(i), path + "[" + i + "]", resolver, file, problems));
            }
            return filled;
        }
        return node.isTextual() ? resolvedText(node, path, resolver, file, problems) : node;
    }

    private static JsonNode resolvedText(
            JsonNode node,
            String path,
            Resolver resolver,
            Path file,
            List<PolicyProblem> problems) {
        String written = node.textValue();
        try {
            String filled = resolver.resolve(written);
            return filled.equals(written) ? node : new ResolvedText(written, filled);
        } catch (Resolver.UnresolvedException unresolved) {
            problems.add(new PolicyProblem(file.toString(), path, unresolved.getMessage()));
            return node;
        }
    }

    /** The plain value that a text would be if it stood in a document without quotes. */
    static JsonNode plain(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException notYaml) {
            return TextNode.valueOf(text);
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
