package io.crosswise.process.decide;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

/** What a decision knows is in its input: only the first step reads, only the last one writes. */
@AnalyzeClasses(packages = "io.crosswise", importOptions = ImportOption.DoNotIncludeTests.class)
class DecisionPathTests {
    /** The first step with what it asks, the last one, the dry run around them, and the segmentation of new customers. */
    private static final Set<String> MAY = Set.of(
            "LoadProfileDelegate",
            "ReadDecisionInput",
            "AppointJudges",
            "RecordDecisionDelegate",
            "EngineRunDecision",
            "StoreSegmentDelegate",
            "SegmentNewCustomers");

    @ArchTest
    static final ArchRule noStageInBetweenReadsOrWrites = noClasses()
            .that()
            .resideInAPackage("io.crosswise.process.decide..")
            .and(not(describe("are the first or the last step", type -> MAY.contains(type.getSimpleName()))))
            .should()
            .dependOnClassesThat(describe("reach the database, the clock or what is in force", DecisionPathTests::isADoorOutside))
            .because("a replay on the stored input must give the same record, whatever has changed since");

    private static boolean isADoorOutside(JavaClass type) {
        return type.isEquivalentTo(Clock.class)
                || type.getPackageName().startsWith("org.springframework.jdbc")
                || Set.of("ScoringModels", "RuleVersions", "Capacities").contains(type.getSimpleName())
                || type.isInterface()
                        && type.getPackageName().startsWith("io.crosswise")
                        && type.getAllSubclasses().stream().anyMatch(adapter -> adapter.getPackageName().contains(".jdbc"));
    }
}
