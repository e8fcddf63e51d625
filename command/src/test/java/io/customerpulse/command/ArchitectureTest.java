package io.customerpulse.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house is built as {@code docs/architecture.md} draws it. */
class ArchitectureTest {

    private static JavaClasses house;

    @BeforeAll
    static void readTheClasses() {
        house =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.customerpulse");
    }

    @Test
    void theArrowsBetweenTheRoomsRunOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("events")
                .definedBy("io.customerpulse.events..")
                .layer("rules")
                .definedBy("io.customerpulse.rules..")
                .layer("functions")
                .definedBy("io.customerpulse.functions..")
                .optionalLayer("patterns")
                .definedBy("io.customerpulse.patterns..")
                .layer("jobs")
                .definedBy("io.customerpulse.jobs..")
                .layer("command")
                .definedBy("io.customerpulse.command..")
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("jobs")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("functions")
                .mayOnlyBeAccessedByLayers("jobs", "command")
                .whereLayer("patterns")
                .mayOnlyBeAccessedByLayers("jobs", "command")
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("functions", "patterns", "jobs", "command")
                .check(house);
    }

    @Test
    void eventsAndRulesKnowNothingOfFlink() {
        noClasses()
                .that()
                .resideInAnyPackage("io.customerpulse.events..", "io.customerpulse.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink..")
                .check(house);
    }

    @Test
    void theSubjectsOfTheRulesDependOnEachOtherInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("state")
                .definedBy("io.customerpulse.rules.state..")
                .layer("customer")
                .definedBy("io.customerpulse.rules.customer..")
                .layer("metric")
                .definedBy("io.customerpulse.rules.metric..")
                .layer("signal")
                .definedBy("io.customerpulse.rules.signal..")
                .layer("risk")
                .definedBy("io.customerpulse.rules.risk..")
                .layer("health")
                .definedBy("io.customerpulse.rules.health..")
                .layer("policy")
                .definedBy("io.customerpulse.rules.policy..")
                .layer("timeline")
                .definedBy("io.customerpulse.rules.timeline..")
                .whereLayer("customer")
                .mayOnlyBeAccessedByLayers(
                        "metric", "signal", "risk", "health", "policy", "timeline")
                .whereLayer("metric")
                .mayOnlyBeAccessedByLayers("risk", "health", "policy", "timeline")
                .whereLayer("signal")
                .mayOnlyBeAccessedByLayers("risk", "policy", "timeline")
                .whereLayer("risk")
                .mayOnlyBeAccessedByLayers("policy", "timeline")
                .whereLayer("health")
                .mayOnlyBeAccessedByLayers("policy", "timeline")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("timeline")
                .whereLayer("timeline")
                .mayNotBeAccessedByAnyLayer()
                .check(house);
    }

    @Test
    void noSubjectOfTheRulesDependsOnItselfByADetour() {
        slices().matching("io.customerpulse.rules.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void noSubjectOfTheCommandDependsOnItselfByADetour() {
        slices().matching("io.customerpulse.command.(*)..").should().beFreeOfCycles().check(house);
    }

    /** Event time is the only time: a result must not depend on when it was computed. */
    @Test
    void nothingThatDecidesLooksAtTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.customerpulse.events..",
                        "io.customerpulse.rules..",
                        "io.customerpulse.functions..",
                        "io.customerpulse.patterns..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(house);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that().areStatic().should().beFinal().check(house);
    }
}
