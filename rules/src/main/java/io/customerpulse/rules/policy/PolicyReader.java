package io.customerpulse.rules.policy;

import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.risk.RiskPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the policies of a folder, {@code config/policies}: YAML, one document a subject. Every
 * document is checked completely before any is used ({@code docs/policies.md}).
 */
public final class PolicyReader {

    private static final YAMLMapper YAML =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .build();
    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final List<PolicyProblem> problems = new ArrayList<>();
    private final Map<String, Object> contents = new TreeMap<>();

    private PolicyReader() {}

    /**
     * Reads the policies of a folder.
     *
     * @throws InvalidPolicyException with every problem of every document
     * @throws UncheckedIOException if a document is there but cannot be read
     */
    public static Policies read(Path folder) throws InvalidPolicyException {
        return new PolicyReader().readAll(folder);
    }

    private Policies readAll(Path folder) throws InvalidPolicyException {
        PolicySection customer = document(folder, "customer.yaml");
        PolicySection risk = document(folder, "risk.yaml");
        CustomerPolicy customerPolicy = new CustomerPolicyReader(customer).read();
        RiskPolicy riskPolicy = new RiskPolicyReader(risk).read();
        List<String> declared = List.of(customer.text("version"), risk.text("version"));
        customer.refuseUnread();
        risk.refuseUnread();
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
        return new Policies(customerPolicy, riskPolicy, version(declared));
    }

    private PolicySection document(Path folder, String name) {
        Path file = folder.resolve(name);
        JsonNode node = MissingNode.getInstance();
        if (!Files.isRegularFile(file)) {
            problems.add(
                    new PolicyProblem(
                            file.toString(),
                            "",
                            "is missing; copy it from the project's config/policies"));
        } else {
            node = parse(file);
        }
        return new PolicySection(file.toString(), "", node, problems);
    }

    private JsonNode parse(Path file) {
        try {
            JsonNode node = YAML.readTree(Files.readString(file));
            if (!node.isObject()) {
                problems.add(
                        new PolicyProblem(
                                file.toString(), "", "must be a mapping of keys to values"));
                return MissingNode.getInstance();
            }
            contents.put(file.getFileName().toString(), YAML.treeToValue(node, Object.class));
            return node;
        } catch (JsonProcessingException broken) {
            problems.add(
                    new PolicyProblem(
                            file.toString(),
                            "",
                            "is not YAML: line %d: %s"
                                    .formatted(
                                            broken.getLocation() == null
                                                    ? 0
                                                    : broken.getLocation().getLineNr(),
                                            broken.getOriginalMessage()
                                                    .lines()
                                                    .findFirst()
                                                    .orElse(""))));
            return MissingNode.getInstance();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** Comments and layout do not count, values do. */
    private String version(List<String> declared) {
        try {
            long hash =
                    Hashing.komihash5_0().hashBytesToLong(CANONICAL.writeValueAsBytes(contents));
            String versions =
                    declared.stream().distinct().count() == 1
                            ? declared.get(0)
                            : String.join(".", declared);
            return versions + "-" + String.format("%016x", hash).substring(0, 8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain values are always JSON", impossible);
        }
    }
}
