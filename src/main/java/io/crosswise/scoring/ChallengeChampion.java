package io.crosswise.scoring;

import io.crosswise.scoring.Model.Challenge;
import io.crosswise.scoring.Model.Challenge.Mode;
import io.crosswise.scoring.ModelChange.Blocked;
import io.crosswise.scoring.ModelChange.Changed;
import io.crosswise.scoring.ModelChange.Refused;
import io.crosswise.scoring.ModelEvent.Action;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries a version beside the champion: in its shadow, or for a fixed part of the customers. */
public class ChallengeChampion {
    /** A version that failed these may not decide for a single customer. */
    private static final Set<String> NOT_FOR_CUSTOMERS = Set.of("CHANCE", "FAIRNESS", ReleaseGate.UNKNOWN_FEATURES);

    private final ModelVersions versions;
    private final ScoringModels models;
    private final PromoteModel promoteModel;
    private final MoveVersion moves;

    public ChallengeChampion(
            ModelVersions versions, ScoringModels models, PromoteModel promoteModel, MoveVersion moves) {
        this.versions = versions;
        this.models = models;
        this.promoteModel = promoteModel;
        this.moves = moves;
    }

    /**
     * @param challenge one split at a time per model, and any number of shadows
     * @throws UnknownModel when there is no such version
     * @throws UnusableModel when it no longer loads
     */
    public ModelChange challenge(String name, String version, Challenge challenge, String reason, String by) {
        models.version(name, version);
        return versions.exclusively(() -> {
            Model model = versions.find(name, version).orElseThrow(() -> UnknownModel.version(name, version));
            List<Model> all = versions.of(name);
            if (all.stream().noneMatch(other -> other.state() == ModelState.CHAMPION)) {
                return new Refused("NO_CHAMPION", "The model " + name + " has no champion to challenge; promote this version");
            }
            if (model.state() == ModelState.CHAMPION) {
                return new Refused("IS_CHAMPION", "Version " + version + " is the champion itself");
            }
            if (challenge.mode() == Mode.SPLIT) {
                List<ReleaseGate> blocking = promoteModel.gates(name, version).stream()
                        .filter(gate -> !gate.passed() && NOT_FOR_CUSTOMERS.contains(gate.name()))
                        .toList();
                if (!blocking.isEmpty()) {
                    return new Blocked(blocking);
                }
                for (Model other : all) {
                    if (!other.version().equals(version) && splits(other)) {
                        return new Refused(
                                "SPLIT_RUNNING",
                                "Version " + other.version() + " is tried already; retire it or promote it first");
                    }
                }
            }
            return new Changed(
                    moves.move(model, ModelState.CHALLENGER, challenge, Action.CHALLENGED, reason, by, Map.of()));
        });
    }

    private static boolean splits(Model model) {
        return model.challenge() != null && model.challenge().mode() == Mode.SPLIT;
    }
}
