package io.customerpulse.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.PolicyProblem;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.CalendarReader;
import io.customerpulse.rules.sla.calendar.InvalidCalendarException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options {@code --calendar} and {@code --name}, and the calendar they name. */
final class CalendarOption {

    private static final YAMLMapper YAML =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .build();

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = {
                "A calendar in YAML or JSON, or a policy with several.",
                "Default: policies/sla.yaml of the configuration."
            })
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Which calendar of a policy, such as business.")
    private Optional<String> name = Optional.empty();

    @Mixin private ConfigurationOption configuration;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Reads the calendar.
     *
     * @throws InvalidPolicyException with every problem of the calendar
     * @throws ParameterException if the file or the name is not there
     */
    BusinessCalendar calendar() throws InvalidPolicyException {
        Path path = file.orElseGet(() -> configuration.directory().resolve("policies/sla.yaml"));
        JsonNode document = document(path);
        JsonNode calendars = document.path("calendars");
        if (!calendars.isObject()) {
            name.ifPresent(
                    given -> {
                        throw mistake(
                                "%s is a single calendar and has no names; leave out --name."
                                        .formatted(path));
                    });
            return read(document, path, "");
        }
        List<String> names = new ArrayList<>();
        calendars.fieldNames().forEachRemaining(names::add);
        String chosen =
                name.filter(names::contains)
                        .orElseThrow(
                                () ->
                                        mistake(
                                                "Say with --name which calendar of %s; it has %s."
                                                        .formatted(
                                                                path, String.join(", ", names))));
        return read(calendars.get(chosen), path, "calendars." + chosen);
    }

    private static BusinessCalendar read(JsonNode calendar, Path path, String place)
            throws InvalidPolicyException {
        try {
            return new BusinessCalendar(CalendarReader.read(calendar));
        } catch (InvalidCalendarException invalid) {
            throw new InvalidPolicyException(
                    invalid.problems().stream()
                            .map(
                                    problem ->
                                            new PolicyProblem(
                                                    path.toString(),
                                                    joined(place, problem.field()),
                                                    problem.reason()))
                            .toList());
        }
    }

    private static String joined(String place, String field) {
        return place.isEmpty() || field.isEmpty() ? place + field : place + "." + field;
    }

    private JsonNode document(Path path) throws InvalidPolicyException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw mistake(path + " is not a file that can be read.");
        }
        try {
            return YAML.readTree(Files.readString(path));
        } catch (JsonProcessingException notYaml) {
            String what = notYaml.getOriginalMessage().lines().findFirst().orElse("");
            throw new InvalidPolicyException(
                    List.of(new PolicyProblem(path.toString(), "", "is not YAML: " + what)));
        } catch (IOException unreadable) {
            throw new CommandFailure(path + " could not be read.", unreadable);
        }
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
