package io.customerpulse.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The commit that is measured. */
final class Commit {

    private Commit() {}

    /** As git describes it, with {@code -dirty} where files differ; empty without git. */
    static String current() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            git.waitFor();
            return answer.strip();
        } catch (IOException noGit) {
            return "";
        }
    }
}
