package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the one jar holds, and what it leaves to the Flink installation that runs it. */
class JarContentIT {

    @Test
    void holdsNoClassOfFlinkOrOfItsLoggingButTheConnectorThatFlinkDoesNotBring()
            throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.startsWith("org/apache/flink/"))
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(
                        name ->
                                name.matches(
                                        ".*/kafka/.*|.*/JSONKeyValueDeserializationSchema.class"));
        assertThat(entries())
                .noneMatch(name -> name.startsWith("org/apache/commons/lang3/"))
                .noneMatch(name -> name.startsWith("org/apache/logging/"))
                .noneMatch(name -> name.startsWith("org/slf4j/"));
    }

    @Test
    void holdsNothingOfAKafkaBroker() throws IOException {
        assertThat(entries())
                .noneMatch(name -> name.startsWith("kafka/server/"))
                .noneMatch(name -> name.startsWith("org/apache/kafka/raft/"))
                .noneMatch(name -> name.startsWith("scala/"));
    }

    @Test
    void holdsTheCommandTheEventsAndTheirJson() throws IOException {
        assertThat(entries())
                .contains(
                        "io/customerpulse/command/Pulse.class",
                        "io/customerpulse/events/InputEvent.class",
                        "com/fasterxml/jackson/core/JsonFactory.class",
                        "demo/incident_event_log.csv",
                        "demo/incident_event_log.LICENSE.md",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/services/com.fasterxml.jackson.core.JsonFactory");
    }

    @Test
    void holdsNoSignatureOfAJarItWasMadeFrom() throws IOException {
        assertThat(entries()).noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA)"));
    }

    @Test
    void startsTheCommandByItself() throws IOException {
        try (JarFile jar = new JarFile(PulseProcess.JAR.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();

            assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS))
                    .isEqualTo("io.customerpulse.command.Pulse");
            assertThat(manifest.getValue(Attributes.Name.MULTI_RELEASE)).isEqualTo("true");
        }
    }

    @Test
    void findsFlinkAndALogBesideIt() throws IOException {
        try (Stream<Path> jars = Files.list(PulseProcess.FLINK)) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("flink-streaming-java-"))
                    .anyMatch(name -> name.startsWith("flink-clients-"))
                    .anyMatch(name -> name.startsWith("flink-statebackend-rocksdb-"))
                    .anyMatch(name -> name.startsWith("flink-cep-"))
                    .anyMatch(name -> name.startsWith("log4j-slf4j-impl-"))
                    .noneMatch(name -> name.startsWith("customer-pulse-"));
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(PulseProcess.JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
