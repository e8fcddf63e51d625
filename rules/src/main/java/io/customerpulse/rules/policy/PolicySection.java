package io.customerpulse.rules.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One mapping of a policy document. Each read checks its value and notes a problem with the path
 * where it is wrong, so that one pass finds every problem; {@link #refuseUnread} notes the keys
 * nobody asked for. A value that was wrong is replaced by one in range, which nobody uses: a
 * document with a problem is refused as a whole.
 */
public final class PolicySection {

    private static final long NANOS_A_MILLISECOND = 1_000_000;

    private final String file;
    private final String path;
    private final JsonNode node;
    private final List<PolicyProblem> problems;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> faulty = new HashSet<>();
    private final List<PolicySection> sections = new ArrayList<>();

    PolicySection(String file, String path, JsonNode node, List<PolicyProblem> problems) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    /** A mapping inside this one. */
    public PolicySection section(String key) {
        JsonNode value = required(key);
        if (!value.isMissingNode() && !value.isObject()) {
            problem(key, "must be a mapping of keys to values, but is " + shown(value));
            value = MissingNode.getInstance();
        }
        PolicySection section = new PolicySection(file, pathOf(key), value, problems);
        sections.add(section);
        return section;
    }

    /** The mappings of a list inside this one; at least one. */
    public List<PolicySection> rows(String key) {
        JsonNode value = required(key);
        List<PolicySection> rows = new ArrayList<>();
        if (!value.isMissingNode() && (!value.isArray() || value.isEmpty())) {
            problem(key, "must be a list with at least one row, but is " + shown(value));
        } else {
            for (int i = 0; i < value.size(); i++) {
                rows.add(
                        new PolicySection(
                                file, pathOf(key) + "[" + i + "]", value.get(i), problems));
            }
        }
        sections.addAll(rows);
        return rows;
    }

    /** Counts a key as read whose problem was noted already. */
    void read(String key) {
        asked.add(key);
    }

    /** The keys of this mapping, in the order of the document. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        return keys;
    }

    /** A whole number between two bounds, both included. */
    public int whole(String key, int lowest, int highest) {
        JsonNode written = required(key);
        if (written.isMissingNode()) {
            return lowest;
        }
        JsonNode value = plain(written);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < lowest
                || value.intValue() > highest) {
            problem(
                    key,
                    "must be a whole number from %d to %d, but is %s"
                            .formatted(lowest, highest, shown(written)));
            return lowest;
        }
        return value.intValue();
    }

    /** A decimal between two bounds, both included. */
    public BigDecimal decimal(String key, BigDecimal lowest, BigDecimal highest) {
        JsonNode value = required(key);
        if (value.isMissingNode()) {
            return lowest;
        }
        if (!inRange(value, lowest, highest)) {
            problem(key, decimalWanted(lowest, highest) + shown(value));
            return lowest;
        }
        return value.decimalValue();
    }

    /** What was filled in for a placeholder counts like what stands in the document itself. */
    private static JsonNode plain(JsonNode value) {
        return value instanceof ResolvedText text ? YamlDocument.plain(text.textValue()) : value;
    }

    /** A list of decimals between two bounds, both included; at least one. */
    public List<BigDecimal> decimals(String key, BigDecimal lowest, BigDecimal highest) {
        JsonNode value = required(key);
        List<BigDecimal> decimals = new ArrayList<>();
        if (value.isMissingNode()) {
            return decimals;
        }
        if (!value.isArray() || value.isEmpty()) {
            problem(key, "must be a list of numbers, but is " + shown(value));
        }
        for (int i = 0; i < value.size(); i++) {
            if (inRange(value.get(i), lowest, highest)) {
                decimals.add(value.get(i).decimalValue());
            } else {
                String wanted = decimalWanted(lowest, highest) + shown(value.get(i));
                problem(key + "[" + i + "]", wanted);
            }
        }
        return decimals;
    }

    /** A list of rising whole numbers between two bounds, both included; it may be empty. */
    public List<Integer> risingWholes(String key, int lowest, int highest) {
        JsonNode value = required(key);
        List<Integer> wholes = new ArrayList<>();
        boolean sound = value.isMissingNode() || value.isArray();
        for (JsonNode element : value) {
            int last = wholes.isEmpty() ? lowest - 1 : wholes.get(wholes.size() - 1);
            sound &=
                    element.canConvertToInt()
                            && element.isIntegralNumber()
                            && element.intValue() > last
                            && element.intValue() <= highest;
            wholes.add(element.intValue());
        }
        if (!sound) {
            problem(
                    key,
                    "must be a list of rising whole numbers from %d to %d, but is %s"
                            .formatted(lowest, highest, shown(value)));
            return List.of();
        }
        return wholes;
    }

    /** A text, or a list of at least one; none is blank. */
    public List<String> textOrTexts(String key) {
        JsonNode value = required(key);
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        } else if (value.isArray()) {
            value.forEach(element -> texts.add(element.asText()));
        }
        if (!value.isMissingNode()
                && (texts.isEmpty() || texts.stream().anyMatch(String::isBlank))) {
            problem(key, "must be a text or a list of texts, but is " + shown(value));
            return List.of();
        }
        return texts;
    }

    /** Whether the value of a key is itself a mapping. */
    public boolean isMapping(String key) {
        asked.add(key);
        return node.path(key).isObject();
    }

    /** The value of a key as it was written, for a reader of another shape. */
    JsonNode tree(String key) {
        return required(key);
    }

    private static boolean inRange(JsonNode value, BigDecimal lowest, BigDecimal highest) {
        return value.isNumber()
                && value.decimalValue().compareTo(lowest) >= 0
                && value.decimalValue().compareTo(highest) <= 0;
    }

    private static String decimalWanted(BigDecimal lowest, BigDecimal highest) {
        return "must be a number from %s to %s, but is "
                .formatted(lowest.toPlainString(), highest.toPlainString());
    }

    /** True or false. */
    public boolean truth(String key) {
        JsonNode written = required(key);
        JsonNode value = plain(written);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problem(key, "must be true or false, but is " + shown(written));
        }
        return value.asBoolean();
    }

    /** A text that is not blank. */
    public String text(String key) {
        JsonNode value = required(key);
        if (!value.isMissingNode() && (!value.isTextual() || value.textValue().isBlank())) {
            problem(key, "must be a text in quotes, but is " + shown(value));
        }
        return value.asText();
    }

    /** A text that may be empty. */
    public String textOrEmpty(String key) {
        JsonNode value = required(key);
        if (!value.isMissingNode() && !value.isTextual()) {
            problem(key, "must be a text in quotes, but is " + shown(value));
        }
        return value.asText();
    }

    /** Whether the mapping has the key at all, for those that may be left out. */
    public boolean has(String key) {
        asked.add(key);
        return node.hasNonNull(key);
    }

    /** Whether the value is this word, which stands for itself among values of another kind. */
    public boolean is(String key, String word) {
        asked.add(key);
        return node.path(key).asText().equals(word);
    }

    /** One of some words, as what each stands for. */
    public <T> T choice(String key, Map<String, T> words) {
        JsonNode value = required(key);
        T chosen = value.isTextual() ? words.get(value.textValue()) : null;
        if (chosen == null) {
            List<String> known = words.keySet().stream().sorted().toList();
            if (!value.isMissingNode()) {
                problem(
                        key,
                        "must be one of %s, but is %s"
                                .formatted(String.join(", ", known), shown(value)));
            }
            return words.get(known.get(0));
        }
        return chosen;
    }

    /** An instant. */
    public Instant instant(String key) {
        JsonNode value = required(key);
        try {
            return value.isMissingNode() ? Instant.EPOCH : Instant.parse(value.asText());
        } catch (DateTimeException notAnInstant) {
            problem(key, "must be an instant such as 2026-01-31T12:00:00Z, but is " + shown(value));
            return Instant.EPOCH;
        }
    }

    /**
     * A mapping of keys of someone else's to plain values, as texts; it may be empty. What is wrong
     * is told without the value, which may be a secret.
     */
    public Map<String, String> texts(String key) {
        JsonNode value = required(key);
        Map<String, String> texts = new TreeMap<>();
        if (!value.isMissingNode() && !value.isObject()) {
            problem(key, "must be a mapping of keys to values, or {} for none");
            return texts;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                texts.put(entry.getKey(), entry.getValue().asText());
            } else {
                problem(key + "." + entry.getKey(), "must be a text, a number, true or false");
            }
        }
        return texts;
    }

    /** An ISO-8601 duration between two bounds, both included. */
    public Duration duration(String key, Duration shortest, Duration longest) {
        JsonNode value = required(key);
        if (value.isMissingNode()) {
            return shortest;
        }
        Optional<Duration> parsed = parsed(value);
        if (parsed.isEmpty()
                || parsed.get().compareTo(shortest) < 0
                || parsed.get().compareTo(longest) > 0) {
            problem(
                    key,
                    "must be an ISO-8601 duration from %s to %s such as P30D or PT6H, but is %s"
                            .formatted(shortest, longest, shown(value)));
            return shortest;
        }
        if (parsed.get().toNanos() % NANOS_A_MILLISECOND != 0) {
            problem(key, "must be a whole number of milliseconds, but is " + shown(value));
            return shortest;
        }
        return parsed.get();
    }

    private static Optional<Duration> parsed(JsonNode value) {
        try {
            return Optional.of(Duration.parse(value.asText()));
        } catch (DateTimeException notADuration) {
            return Optional.empty();
        }
    }

    /** Notes a problem with one of this mapping's keys. */
    public void problem(String key, String reason) {
        faulty.add(key);
        problems.add(new PolicyProblem(file, pathOf(key), reason));
    }

    /** Notes every key that is none of these, and looks no further into it. */
    void refuseOthers(String what, List<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                problem(key, "is not a " + what + "; known are " + String.join(", ", known));
                read(key);
            }
        }
    }

    /** Whether the values read for these keys are those of the document, fit to be compared. */
    boolean sound(String... keys) {
        return Arrays.stream(keys).noneMatch(faulty::contains);
    }

    /** Notes every key, here and below, that no one has read. */
    public void refuseUnread() {
        for (String key : keys()) {
            if (!asked.contains(key)) {
                problem(key, "is not a key of this policy; known here: " + known());
            }
        }
        sections.forEach(PolicySection::refuseUnread);
    }

    private String known() {
        return String.join(", ", asked.stream().sorted().toList());
    }

    private JsonNode required(String key) {
        asked.add(key);
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            // Inside a section that is missing as a whole, one problem says enough.
            faulty.add(key);
            if (!node.isMissingNode()) {
                problem(key, "is missing");
            }
            return MissingNode.getInstance();
        }
        return value;
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
