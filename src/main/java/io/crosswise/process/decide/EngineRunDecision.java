package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.RunDecision;
import io.crosswise.decision.VersionGone;
import io.crosswise.decision.Versions;
import io.crosswise.process.engine.DefinitionVersions;
import io.crosswise.process.engine.Definitions;
import io.crosswise.process.engine.DryRun;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Runs {@code decide-offer} dry on an input that is handed in. */
@Component
class EngineRunDecision implements RunDecision {
    static final String PROCESS = "decide-offer";
    private final DryRun dryRun;
    private final Definitions definitions;
    private final DefinitionVersions versionsOf;
    private final AppointJudges appointJudges;

    EngineRunDecision(DryRun dryRun, Definitions definitions, DefinitionVersions versionsOf, AppointJudges appointJudges) {
        this.dryRun = dryRun;
        this.definitions = definitions;
        this.versionsOf = versionsOf;
        this.appointJudges = appointJudges;
    }

    @Override
    public Decision run(DecisionInput input, Versions versions) {
        Rehearsal rehearsal = new Rehearsal();
        VariableMap variables = Variables.createVariables()
                .putValue(INPUT.name(), INPUT.typed(input))
                .putValue(JUDGES.name(), JUDGES.typed(appointJudges.of(input, versions)))
                .putValue(REHEARSAL.name(), REHEARSAL.typed(rehearsal));
        String diagram = definitions.latestProcessDefinitionId(PROCESS);
        Map<String, String> tables = new HashMap<>();
        if (versions instanceof Versions.Named named) {
            for (Fingerprint rule : named.rules()) {
                if (rule.name().equals(PROCESS)) {
                    diagram = check(rule, versionsOf.process(PROCESS, version(rule)));
                } else if (isTable(rule)) {
                    tables.put(rule.name(), check(rule, versionsOf.table(rule.name(), version(rule))));
                }
            }
        }
        dryRun.run(diagram, tables, variables);
        return rehearsal.decision();
    }

    /** Rule files and what was learned have a dot in their names; the judges hold them. */
    private static boolean isTable(Fingerprint rule) {
        return !rule.name().contains(".");
    }

    private static int version(Fingerprint rule) {
        return Integer.parseInt(rule.version());
    }

    private static String check(Fingerprint rule, Optional<DefinitionVersions.Version> found) {
        DefinitionVersions.Version version = found.orElseThrow(() -> VersionGone.missing(rule.name(), rule.version()));
        if (!version.sha256().equals(rule.sha256())) {
            throw VersionGone.changed(rule.name(), rule.version());
        }
        return version.id();
    }
}
