package io.customerpulse.command.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is understood of the answers of a cluster, as Flink 2.2 gives them. */
class FlinkRestTest {

    private HttpServer server;
    private FlinkRest rest;

    @BeforeEach
    void startAServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        rest = new FlinkRest("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stopIt() {
        server.stop(0);
    }

    @Test
    void readsTheJobsTheLatestFirst() {
        answer(
                "/jobs/overview",
                """
                {"jobs":[
                  {"jid":"aa","name":"old","state":"CANCELED","start-time":1000,
                   "tasks":{"total":3,"running":0,"canceled":3}},
                  {"jid":"bb","name":"new","state":"RUNNING","start-time":2000,
                   "tasks":{"total":3,"running":3}}]}
                """);

        assertThat(rest.jobs())
                .containsExactly(
                        new FlinkRest.Job("bb", "new", "RUNNING", Instant.ofEpochMilli(2000), 3, 3),
                        new FlinkRest.Job(
                                "aa", "old", "CANCELED", Instant.ofEpochMilli(1000), 3, 0));
        assertThat(rest.job("aa")).map(FlinkRest.Job::name).contains("old");
        assertThat(rest.job("cc")).isEmpty();
    }

    @Test
    void countsAJobAsRunningOnlyWhenAllItsTasksRun() {
        assertThat(job("RUNNING", 3, 3).isRunning()).isTrue();
        assertThat(job("RUNNING", 3, 2).isRunning()).isFalse();
        assertThat(job("RUNNING", 0, 0).isRunning()).isFalse();
        assertThat(job("RESTARTING", 3, 3).isRunning()).isFalse();
    }

    @Test
    void countsAJobAsEndedWhenItWillNotRunAgain() {
        assertThat(job("FAILED", 3, 0).hasEnded()).isTrue();
        assertThat(job("CANCELED", 3, 0).hasEnded()).isTrue();
        assertThat(job("RESTARTING", 3, 0).hasEnded()).isFalse();
    }

    @Test
    void readsTaskManagersSlotsAndCheckpoints() {
        answer("/taskmanagers", "{\"taskmanagers\":[{\"id\":\"tm-1\",\"slotsNumber\":4}]}");
        answer("/overview", "{\"taskmanagers\":1,\"slots-total\":4,\"slots-available\":2}");
        answer("/jobs/aa/checkpoints", "{\"counts\":{\"completed\":7,\"failed\":1}}");

        assertThat(rest.answers()).isTrue();
        assertThat(rest.taskManagers()).containsExactly("tm-1");
        assertThat(rest.freeSlots()).isEqualTo(2);
        assertThat(rest.completedCheckpoints("aa")).isEqualTo(7);
    }

    @Test
    void findsNothingWhereNobodyAnswers() {
        server.stop(0);

        assertThat(rest.answers()).isFalse();
        assertThat(rest.taskManagers()).isEmpty();
        assertThat(rest.jobs()).isEmpty();
        assertThat(rest.freeSlots()).isZero();
    }

    private static FlinkRest.Job job(String state, int tasks, int running) {
        return new FlinkRest.Job("aa", "job", state, Instant.EPOCH, tasks, running);
    }

    private void answer(String path, String json) {
        server.createContext(
                path,
                exchange -> {
                    byte[] body = json.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }
}
