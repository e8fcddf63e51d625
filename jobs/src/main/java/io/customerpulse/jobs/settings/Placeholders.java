package io.customerpulse.jobs.settings;

import io.customerpulse.rules.policy.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what differs from one deployment to the next: {@code ${NAME}} and {@code
 * ${NAME:default}} from the environment, {@code ${file:/path}} from a file, as secrets are mounted.
 * Nothing that was filled in appears in a message.
 */
public final class Placeholders implements Resolver {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern VARIABLE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::(.*))?", Pattern.DOTALL);
    private static final String FILE = "file:";

    private final Map<String, String> environment;

    /** Fills in from the environment of this process. */
    public Placeholders() {
        this(System.getenv());
    }

    Placeholders(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String resolve(String text) throws UnresolvedException {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (placeholder.find()) {
            placeholder.appendReplacement(
                    resolved, Matcher.quoteReplacement(valueOf(placeholder.group(1))));
        }
        return placeholder.appendTail(resolved).toString();
    }

    private String valueOf(String reference) throws UnresolvedException {
        if (reference.startsWith(FILE)) {
            return content(reference.substring(FILE.length()));
        }
        Matcher variable = VARIABLE.matcher(reference);
        if (!variable.matches()) {
            throw new UnresolvedException(
                    "refers to ${%s}; a reference is ${NAME}, ${NAME:default} or ${file:/path}"
                            .formatted(reference));
        }
        String name = variable.group(1);
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(variable.group(2)))
                .orElseThrow(
                        () ->
                                new UnresolvedException(
                                        "refers to the environment variable %s, which is not set;"
                                                        .formatted(name)
                                                + " set it, or write ${%s:default}"
                                                        .formatted(name)));
    }

    /** Without the line break that editors put at the end of a file. */
    private static String content(String path) throws UnresolvedException {
        try {
            return Files.readString(Path.of(path)).stripTrailing();
        } catch (IOException | InvalidPathException unreadable) {
            throw new UnresolvedException(
                    "refers to the file %s, which cannot be read as text (%s)"
                            .formatted(path, unreadable.getClass().getSimpleName()));
        }
    }
}
