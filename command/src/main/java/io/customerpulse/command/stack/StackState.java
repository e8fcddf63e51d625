package io.customerpulse.command.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a stack was started, as it is kept in its directory from {@code up} to {@code down}.
 *
 * @param bootstrapServers where clients find the broker
 * @param webUrl the address of Flink's web pages and REST interface
 * @param job the Flink id of the job; empty before it is submitted
 * @param processes what was started, the first first
 */
public record StackState(
        String bootstrapServers,
        String webUrl,
        Optional<String> job,
        List<StackProcess> processes) {

    private static final String FILE = "stack.json";
    private static final JsonMapper JSON = new JsonMapper();

    public StackState {
        processes = List.copyOf(processes);
    }

    /**
     * Reads it from the directory of a stack, if something was started there.
     *
     * @throws StackFailure if it cannot be read
     */
    public static Optional<StackState> read(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            List<StackProcess> processes = new ArrayList<>();
            for (JsonNode process : root.required("processes")) {
                processes.add(
                        new StackProcess(
                                process.required("name").asText(),
                                process.required("pid").asLong(),
                                Instant.parse(process.required("startedAt").asText())));
            }
            return Optional.of(
                    new StackState(
                            root.required("bootstrapServers").asText(),
                            root.required("webUrl").asText(),
                            Optional.ofNullable(root.get("job")).map(JsonNode::asText),
                            processes));
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            throw new StackFailure(
                    "What runs of the stack cannot be read from "
                            + file
                            + ". End its processes by hand and delete the file.",
                    unreadable);
        }
    }

    /**
     * Writes it into the directory of its stack, whole or not at all.
     *
     * @throws StackFailure if it cannot be written
     */
    void write(Path directory) {
        ObjectNode root = JSON.createObjectNode();
        root.put("bootstrapServers", bootstrapServers);
        root.put("webUrl", webUrl);
        job.ifPresent(id -> root.put("job", id));
        for (StackProcess process : processes) {
            root.withArray("processes")
                    .addObject()
                    .put("name", process.name())
                    .put("pid", process.pid())
                    .put("startedAt", process.startedAt().toString());
        }
        root.withArray("processes");
        try {
            Files.createDirectories(directory);
            Path unfinished =
                    Files.writeString(directory.resolve(FILE + ".new"), root.toPrettyString());
            Files.move(unfinished, directory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StackFailure(
                    "What was started could not be noted in " + directory + ".", failure);
        }
    }

    /** Forgets it: nothing of the stack runs any more. */
    static void delete(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(FILE));
        } catch (IOException failure) {
            throw new StackFailure(directory.resolve(FILE) + " could not be deleted.", failure);
        }
    }

    /** Whether every process that was started runs. */
    public boolean isUp() {
        return !processes.isEmpty() && processes.stream().allMatch(StackProcess::isAlive);
    }
}
