package io.customerpulse.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The policies as they are shipped, and variations of them. */
public final class ShippedPolicies {

    public static final Path FOLDER = Path.of("..", "config", "policies");
    public static final Policies POLICIES = read(FOLDER);

    private static final List<String> DOCUMENTS =
            List.of("customer", "risk", "health", "flags", "sla");

    private ShippedPolicies() {}

    /**
     * The shipped policies with other values.
     *
     * @param changes the values in YAML, under the names of their documents
     * @param folder for the documents; empty
     */
    public static Policies with(String changes, Path folder) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        JsonNode changed = yaml.readTree(changes);
        for (String document : DOCUMENTS) {
            JsonNode content = yaml.readTree(FOLDER.resolve(document + ".yaml").toFile());
            yaml.readerForUpdating(content).readValue(changed.path(document));
            yaml.writeValue(folder.resolve(document + ".yaml").toFile(), content);
        }
        return read(folder);
    }

    private static Policies read(Path folder) {
        try {
            return PolicyReader.read(folder);
        } catch (InvalidPolicyException invalid) {
            throw new IllegalStateException(invalid);
        }
    }
}
