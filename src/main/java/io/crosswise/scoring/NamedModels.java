package io.crosswise.scoring;

import io.crosswise.scoring.Model.Challenge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the models together that a decision record names, whatever is in use now. */
public class NamedModels {
    private static final Challenge SHADOW = new Challenge(Challenge.Mode.SHADOW, 0);
    private final ScoringModels models;

    public NamedModels(ScoringModels models) {
        this.models = models;
    }

    /** A version of a model. */
    public record Named(String name, String version) {}

    /**
     * @param deciding each model once
     * @param shadows asked beside them and not heeded
     * @param others where models that are not named are taken from; null for nowhere
     * @throws UnknownModel when a version was never registered
     */
    public ModelSet of(Collection<Named> deciding, Collection<Named> shadows, ModelSet others) {
        List<LoadedModel> loaded = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Named named : deciding) {
            names.add(named.name());
            loaded.add(load(named, ModelState.CHAMPION, null));
        }
        shadows.forEach(named -> loaded.add(load(named, ModelState.CHALLENGER, SHADOW)));
        if (others != null) {
            others.names().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> loaded.add(load(
                            new Named(name, others.model(name).version()), ModelState.CHAMPION, null)));
        }
        return ModelsInUse.of(loaded);
    }

    private LoadedModel load(Named named, ModelState state, Challenge challenge) {
        ScoringModel scoring = models.version(named.name(), named.version());
        return new LoadedModel(
                new Model(named.name(), named.version(), state, scoring.sha256(), Map.of(), challenge, null, null, null, null, null),
                scoring);
    }
}
