package io.customerpulse.command.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The run of a program that submits a job, and what it said. */
record Submission(JavaProgram program, Path output) {

    private static final long SECONDS = 120;
    private static final Pattern JOB = Pattern.compile("JobID ([0-9a-f]{32})");

    /**
     * Runs it to its end.
     *
     * @return the id of the job it submitted
     * @throws StackFailure with what it said, if it submitted none
     */
    String jobId() {
        try {
            Files.deleteIfExists(output);
            int exitCode = program.run(output, SECONDS);
            String said = Files.readString(output);
            Matcher job = JOB.matcher(said);
            if (exitCode != 0 || !job.find()) {
                throw new StackFailure(
                        "The job was not submitted: %s%nAll that was said is in %s."
                                .formatted(sentence(said), output));
            }
            return job.group(1);
        } catch (IOException unreadable) {
            throw new StackFailure("What the submission of the job said is lost.", unreadable);
        }
    }

    /** What the program said before Flink says where in the program that was. */
    private static String sentence(String said) {
        return said.split("\\R-{20,}", 2)[0].strip();
    }
}
