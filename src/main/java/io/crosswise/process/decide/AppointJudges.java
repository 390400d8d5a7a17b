package io.crosswise.process.decide;

import io.crosswise.catalog.Catalogues;
import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.VersionGone;
import io.crosswise.decision.Versions;
import io.crosswise.policy.RuleFileGone;
import io.crosswise.policy.RuleVersions;
import io.crosswise.policy.Rules;
import io.crosswise.policy.Substitutions;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.NamedModels;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.scoring.UnknownModel;
import io.crosswise.shared.CustomerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says which models, rules, catalogue and learned substitutions judge a decision: those in force, or those a record names. */
@Component
class AppointJudges {
    private final ScoringModels models;
    private final NamedModels namedModels;
    private final Catalogues catalogues;
    private final RuleVersions rules;
    private final Substitutions substitutions;

    AppointJudges(ScoringModels models, Catalogues catalogues, RuleVersions rules, Substitutions substitutions) {
        this.models = models;
        this.namedModels = new NamedModels(models);
        this.catalogues = catalogues;
        this.rules = rules;
        this.substitutions = substitutions;
    }

    Judges inForce(DecisionInput input) {
        return appoint(inUse(input.profile().id()), rules.inForce(), input);
    }

    /** @throws VersionGone when a model or a rule file is not there any more, or has another content */
    Judges of(DecisionInput input, Versions versions) {
        return versions instanceof Versions.Named named
                ? appoint(models(named, input.profile().id()), rules(named), input)
                : inForce(input);
    }

    private Judges appoint(ModelSet models, Rules rules, DecisionInput input) {
        return new Judges(
                models, catalogues.version(input.catalogueVersion()), rules, substitutions.version(input.substitutionVersion()));
    }

    private ModelSet inUse(CustomerId customer) {
        return models.inUse().forCustomer(customer);
    }

    private ModelSet models(Versions.Named named, CustomerId customer) {
        List<NamedModels.Named> deciding = named.models().stream()
                .map(model -> new NamedModels.Named(model.name(), model.version()))
                .toList();
        List<NamedModels.Named> shadows = named.shadows().stream()
                .map(shadow -> new NamedModels.Named(shadow.model(), shadow.version()))
                .toList();
        try {
            ModelSet set = namedModels.of(deciding, shadows, named.elseCurrent() ? inUse(customer) : null);
            named.models().forEach(model -> check(model, set));
            return set;
        } catch (UnknownModel e) {
            throw new VersionGone(e.getMessage());
        }
    }

    private Rules rules(Versions.Named named) {
        Map<String, String> files = new HashMap<>();
        named.rules().stream().filter(rule -> rule.name().endsWith(".drl")).forEach(rule -> files.put(rule.name(), rule.sha256()));
        try {
            return rules.of(files);
        } catch (RuleFileGone e) {
            throw new VersionGone(e.getMessage());
        }
    }

    private static void check(Fingerprint model, ModelSet set) {
        if (!set.scoring(model.name()).sha256().equals(model.sha256())) {
            throw VersionGone.changed(model.name(), model.version());
        }
    }
}
