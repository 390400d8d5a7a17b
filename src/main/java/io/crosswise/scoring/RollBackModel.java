package io.crosswise.scoring;

import io.crosswise.scoring.ModelChange.Changed;
import io.crosswise.scoring.ModelChange.Refused;
import io.crosswise.scoring.ModelEvent.Action;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** Brings back the champion before the present one; called again, the one before that. */
public class RollBackModel {
    private final ModelVersions versions;
    private final ScoringModels models;
    private final MoveVersion moves;

    public RollBackModel(ModelVersions versions, ScoringModels models, MoveVersion moves) {
        this.versions = versions;
        this.models = models;
        this.moves = moves;
    }

    /**
     * @throws UnknownModel when there is no such model
     * @throws UnusableModel when the earlier champion no longer loads
     */
    public ModelChange rollBack(String name, String reason, String by) {
        previousChampion(name).ifPresent(version -> models.version(name, version));
        return versions.exclusively(() -> {
            if (versions.of(name).isEmpty()) {
                throw UnknownModel.named(name);
            }
            Optional<String> previous = previousChampion(name);
            if (previous.isEmpty()) {
                return new Refused("NO_EARLIER_CHAMPION", "The model " + name + " had no champion before this one");
            }
            Model model = versions.find(name, previous.get()).orElseThrow();
            moves.replaceChampion(name, Action.WITHDRAWN, reason, by);
            return new Changed(moves.move(model, ModelState.CHAMPION, null, Action.RESTORED, reason, by, Map.of()));
        });
    }

    private Optional<String> previousChampion(String name) {
        Deque<String> champions = new ArrayDeque<>();
        for (ModelEvent event : versions.events(name)) {
            if (event.action() == Action.WITHDRAWN) {
                champions.pop();
            } else if (event.state() == ModelState.CHAMPION && event.action() != Action.RESTORED) {
                champions.push(event.version());
            }
        }
        return champions.stream().skip(1).findFirst();
    }
}
