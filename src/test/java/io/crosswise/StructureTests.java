package io.crosswise;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.core.ApplicationModules;

/** The shape of the house: which room may use which, and what may be found only where. */
@AnalyzeClasses(packages = "io.crosswise", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {
    /** Every room with the rooms it may use, in the order data flows. */
    private static final Map<String, List<String>> DOORS = Map.ofEntries(
            Map.entry("shared", List.of()),
            Map.entry("platform", List.of("shared")),
            Map.entry("customer", List.of("shared", "platform")),
            Map.entry("catalog", List.of("shared", "platform")),
            Map.entry("trigger", List.of("shared", "platform", "customer")),
            Map.entry("scoring", List.of("shared", "platform", "customer")),
            Map.entry("candidate", List.of("shared", "customer", "catalog", "scoring")),
            Map.entry("policy", List.of("shared", "platform", "customer", "catalog", "trigger", "scoring", "candidate")),
            Map.entry("table", List.of("shared", "platform", "catalog", "policy")),
            Map.entry(
                    "experiment", List.of("shared", "platform", "customer", "catalog", "trigger", "candidate", "policy")),
            Map.entry(
                    "decision",
                    List.of(
                            "shared", "platform", "customer", "catalog", "trigger", "scoring", "candidate", "policy", "experiment")),
            Map.entry("replay", List.of("shared", "platform", "customer", "decision")),
            Map.entry(
                    "explanation",
                    List.of("shared", "platform", "customer", "catalog", "scoring", "candidate", "decision")),
            Map.entry(
                    "channel",
                    List.of("shared", "platform", "customer", "catalog", "scoring", "policy", "experiment", "decision")),
            Map.entry("approval", List.of("shared", "platform", "customer", "catalog", "scoring", "policy", "decision", "channel")),
            Map.entry("outcome", List.of("shared", "platform", "customer", "catalog", "decision", "channel")),
            Map.entry("attribution", List.of("shared", "platform", "decision", "channel", "outcome")),
            Map.entry("learning", List.of("shared", "platform", "customer", "scoring", "outcome")),
            Map.entry("evidence", List.of("shared", "platform")),
            Map.entry(
                    "demo",
                    List.of(
                            "shared", "platform", "customer", "catalog", "trigger", "scoring", "candidate", "policy", "decision", "channel",
                            "outcome", "learning")));

    @Test
    void modulesAreAcyclicAndKeepTheirInsidesToThemselves() {
        ApplicationModules.of(CrosswiseApplication.class).verify();
    }

    @TestFactory
    Stream<DynamicTest> everyRoomUsesOnlyTheRoomsItMay() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.crosswise");
        return DOORS.entrySet().stream()
                .map(door -> DynamicTest.dynamicTest(
                        door.getKey(), () -> onlyUses(door.getKey(), door.getValue()).check(classes)));
    }

    private static ArchRule onlyUses(String room, List<String> allowed) {
        DescribedPredicate<JavaClass> mayUse = not(resideInAPackage("io.crosswise.."))
                .or(resideInAPackage("io.crosswise." + room + ".."));
        if (room.equals("demo")) {
            // a simulation starts the whole application
            mayUse = mayUse.or(equivalentTo(CrosswiseApplication.class));
        }
        for (String other : allowed) {
            mayUse = mayUse.or(resideInAPackage("io.crosswise." + other + ".."));
        }
        return classes()
                .that()
                .resideInAPackage("io.crosswise." + room + "..")
                .should()
                .onlyDependOnClassesThat(mayUse)
                .because("data flows one way: shared, customer, catalog, trigger … demo, and nobody uses process");
    }

    @ArchTest
    static final ArchRule camundaOnlyInProcess = noClasses()
            .that()
            .resideOutsideOfPackage("io.crosswise.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("a move to a fork of the engine must be a change of one room");

    @ArchTest
    static final ArchRule engineInternalsOnlyInProcessEngine = noClasses()
            .that()
            .resideOutsideOfPackage("io.crosswise.process.engine..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda..impl.."))
            .because("everything else speaks the engine's public API");

    @ArchTest
    static final ArchRule droolsOnlyInItsAdapter = noClasses()
            .that()
            .resideOutsideOfPackage("io.crosswise.policy.drools..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."))
            .because("rules are a technology of the policy room");

    @ArchTest
    static final ArchRule pmmlIsEvaluatedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("io.crosswise.scoring.pmml..", "io.crosswise.learning..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.jpmml..", "org.dmg.pmml.."))
            .because("a model is verified where it is loaded and written where it is trained");

    @ArchTest
    static final ArchRule trainingOnlyInLearning = noClasses()
            .that()
            .resideOutsideOfPackage("io.crosswise.learning..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ml.dmlc..")
            .because("the decision path scores PMML, whatever trained it");

    @ArchTest
    static final ArchRule theGroundTruthIsHidden = noClasses()
            .that()
            .resideOutsideOfPackage("io.crosswise.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.crosswise.demo..")
            .because("a decision that could see the truth would prove nothing");

    @ArchTest
    static final ArchRule aRoomsOwnPackageIsPure = noClasses()
            .that()
            .resideInAnyPackage(DOORS.keySet().stream()
                    .filter(room -> !room.equals("platform") && !room.equals("demo"))
                    .map(room -> "io.crosswise." + room)
                    .toArray(String[]::new))
            .and()
            .areNotAnnotatedWith(Configuration.class)
            .and()
            .haveSimpleNameNotEndingWith("Settings")
            .and(not(DescribedPredicate.describe("are inside a configuration", StructureTests::insideConfiguration)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("the business speaks Java; adapters and one configuration per room speak Spring");

    @ArchTest
    static final ArchRule timeAndChanceAreHandedIn = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.crosswise.platform..", "io.crosswise..jdbc..", "io.crosswise..web..", "io.crosswise.process.engine..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a decision must give the same answer when it is replayed");

    private static boolean insideConfiguration(JavaClass type) {
        return type.getEnclosingClass().map(outer -> outer.isAnnotatedWith(Configuration.class)).orElse(false);
    }
}
