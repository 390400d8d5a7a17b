package io.crosswise.scoring;

import io.crosswise.scoring.Model.Challenge;
import io.crosswise.scoring.ModelEvent.Action;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Moves a version from one state into another and says so in the log; the use cases decide whether it may. */
public class MoveVersion {
    private final ModelVersions versions;
    private final Clock clock;

    public MoveVersion(ModelVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    Model move(
            Model model,
            ModelState state,
            Challenge challenge,
            Action action,
            String reason,
            String by,
            Map<String, String> accepted) {
        Instant now = clock.instant();
        Model moved = new Model(
                model.name(),
                model.version(),
                state,
                model.sha256(),
                model.metrics(),
                challenge,
                model.origin(),
                model.registeredAt(),
                now,
                by,
                reason);
        versions.move(
                moved, new ModelEvent(model.name(), model.version(), action, state, challenge, now, by, reason, accepted));
        return moved;
    }

    /** Retires the champion of a model, if there is one, to make room. */
    void replaceChampion(String name, Action action, String reason, String by) {
        versions.of(name).stream()
                .filter(model -> model.state() == ModelState.CHAMPION)
                .forEach(model -> move(model, ModelState.RETIRED, null, action, reason, by, Map.of()));
    }
}
