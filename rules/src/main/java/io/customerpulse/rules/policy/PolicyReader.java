package io.customerpulse.rules.policy;

import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.health.HealthPolicy;
import io.customerpulse.rules.risk.RiskPolicy;
import io.customerpulse.rules.sla.SlaPolicy;
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

    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final List<PolicyProblem> problems = new ArrayList<>();
    private final Map<String, Object> contents = new TreeMap<>();
    private final List<String> declaredVersions = new ArrayList<>();

    private PolicyReader() {}

    /**
     * Reads the policies of a folder.
     *
     * @throws InvalidPolicyException with every problem of every document
     * @throws java.io.UncheckedIOException if a document is there but cannot be read
     */
    public static Policies read(Path folder) throws InvalidPolicyException {
        return new PolicyReader().readAll(folder);
    }

    private Policies readAll(Path folder) throws InvalidPolicyException {
        PolicySection customer = document(folder, "customer.yaml");
        CustomerPolicy customerPolicy = new CustomerPolicyReader(customer).read();
        finish(customer);
        PolicySection flags = document(folder, "flags.yaml");
        PolicySection risk = document(folder, "risk.yaml");
        FlagPolicyReader flagReader = new FlagPolicyReader(flags);
        FlagPolicy flagPolicy = flagReader.read();
        RiskPolicy riskPolicy =
                new RiskPolicyReader(risk, flagPolicy.repeatedPoorCsat(), flagPolicy.npsDrop())
                        .read();
        finish(risk);
        PolicySection health = document(folder, "health.yaml");
        HealthPolicy healthPolicy = new HealthPolicyReader(health).read();
        finish(health);
        finish(flags);
        PolicySection sla = document(folder, "sla.yaml");
        SlaPolicy slaPolicy = new SlaPolicyReader(sla).read();
        finish(sla);
        if (problems.isEmpty()) {
            flagReader.refuseWhatDoesNotFit(flagPolicy, customerPolicy, riskPolicy);
        }
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
        return new Policies(
                customerPolicy, riskPolicy, healthPolicy, flagPolicy, slaPolicy, version());
    }

    private void finish(PolicySection document) {
        declaredVersions.add(document.text("version"));
        document.refuseUnread();
    }

    private PolicySection document(Path folder, String name) {
        YamlDocument document = YamlDocument.read(folder.resolve(name), problems);
        document.content().ifPresent(content -> contents.put(name, content));
        return document.root();
    }

    /** Comments and layout do not count, values do. */
    private String version() {
        try {
            long hash =
                    Hashing.komihash5_0().hashBytesToLong(CANONICAL.writeValueAsBytes(contents));
            String versions =
                    declaredVersions.stream().distinct().count() == 1
                            ? declaredVersions.get(0)
                            : String.join(".", declaredVersions);
            return versions + "-" + String.format("%016x", hash).substring(0, 8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain values are always JSON", impossible);
        }
    }
}
