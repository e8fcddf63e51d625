package io.customerpulse.command.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asks a Flink cluster over its REST interface. */
public final class FlinkRest {

    /**
     * A job as the cluster lists it.
     *
     * @param id its Flink id
     * @param name its name
     * @param state {@code RUNNING}, {@code RESTARTING}, {@code FAILED} and so on
     * @param startedAt when it was submitted
     * @param tasks how many tasks it has
     * @param runningTasks how many of them run
     */
    public record Job(
            String id, String name, String state, Instant startedAt, int tasks, int runningTasks) {

        /** Whether all of it runs. */
        public boolean isRunning() {
            return state.equals("RUNNING") && tasks > 0 && tasks == runningTasks;
        }

        /** Whether it has ended, in whatever way. */
        public boolean hasEnded() {
            return List.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED").contains(state);
        }
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String url;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();

    /** For the cluster at this address, such as {@code http://127.0.0.1:8081}. */
    public FlinkRest(String url) {
        this.url = url;
    }

    /** The ids of the TaskManagers that are registered; none if the cluster does not answer. */
    public List<String> taskManagers() {
        List<String> ids = new ArrayList<>();
        get("/taskmanagers")
                .ifPresent(
                        list ->
                                list.path("taskmanagers")
                                        .forEach(one -> ids.add(one.path("id").asText())));
        return ids;
    }

    /** How many slots no job uses; none either if the cluster does not answer. */
    public int freeSlots() {
        return get("/overview").map(overview -> overview.path("slots-available").asInt()).orElse(0);
    }

    /** Whether the cluster answers. */
    public boolean answers() {
        return get("/overview").isPresent();
    }

    /** The jobs the cluster knows, the latest first; none either if it does not answer. */
    public List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        get("/jobs/overview")
                .ifPresent(overview -> overview.path("jobs").forEach(job -> jobs.add(job(job))));
        jobs.sort(Comparator.comparing(Job::startedAt).reversed());
        return jobs;
    }

    /** The job of that id, if the cluster knows it. */
    public Optional<Job> job(String id) {
        return jobs().stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** How many checkpoints a job has completed; none either if the cluster does not answer. */
    public long completedCheckpoints(String job) {
        return get("/jobs/" + job + "/checkpoints")
                .map(checkpoints -> checkpoints.path("counts").path("completed").asLong())
                .orElse(0L);
    }

    private static Job job(JsonNode job) {
        return new Job(
                job.path("jid").asText(),
                job.path("name").asText(),
                job.path("state").asText(),
                Instant.ofEpochMilli(job.path("start-time").asLong()),
                job.path("tasks").path("total").asInt(),
                job.path("tasks").path("running").asInt());
    }

    private Optional<JsonNode> get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT).GET().build();
        try {
            HttpResponse<byte[]> response =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    ? Optional.of(json.readTree(response.body()))
                    : Optional.empty();
        } catch (IOException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Asking the Flink cluster was interrupted.", interrupted);
        }
    }
}
