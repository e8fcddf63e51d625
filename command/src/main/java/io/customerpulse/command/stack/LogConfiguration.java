package io.customerpulse.command.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Log4j configuration of a stack's processes: one file each, at most about 20 MB. */
final class LogConfiguration {

    private static final String PROPERTIES =
            """
            status = error
            appender.file.type = RollingFile
            appender.file.name = file
            appender.file.fileName = ${sys:log.file}
            appender.file.filePattern = ${sys:log.file}.%i
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %c{1} - %m%n
            appender.file.policies.type = Policies
            appender.file.policies.size.type = SizeBasedTriggeringPolicy
            appender.file.policies.size.size = 10MB
            appender.file.strategy.type = DefaultRolloverStrategy
            appender.file.strategy.max = 1
            rootLogger.level = info
            rootLogger.appenderRef.file.ref = file
            """;

    private LogConfiguration() {}

    /** Writes the configuration, and says the options that make a process log into {@code log}. */
    static String[] options(Path directory, Path log) {
        Path file = directory.resolve("log4j2.properties");
        try {
            Files.writeString(file, PROPERTIES);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new String[] {
            "-Dlog4j2.configurationFile=" + file.toUri(), "-Dlog.file=" + log,
        };
    }
}
