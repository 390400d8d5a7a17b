package io.crosswise.scoring;

import io.crosswise.scoring.ModelChange.Changed;
import io.crosswise.scoring.ModelChange.Refused;
import io.crosswise.scoring.ModelEvent.Action;
import java.util.Map;

/** Takes a candidate or challenger out of the way; its file stays, since decisions may name it. */
public class RetireModel {
    private final ModelVersions versions;
    private final MoveVersion moves;

    public RetireModel(ModelVersions versions, MoveVersion moves) {
        this.versions = versions;
        this.moves = moves;
    }

    /** @throws UnknownModel when there is no such version */
    public ModelChange retire(String name, String version, String reason, String by) {
        return versions.exclusively(() -> {
            Model model = versions.find(name, version).orElseThrow(() -> UnknownModel.version(name, version));
            return switch (model.state()) {
                case RETIRED -> new Changed(model);
                case CHAMPION -> new Refused(
                        "IS_CHAMPION",
                        "Version " + version + " decides for the model " + name + "; promote another version or roll back");
                case CANDIDATE, CHALLENGER -> new Changed(
                        moves.move(model, ModelState.RETIRED, null, Action.RETIRED, reason, by, Map.of()));
            };
        });
    }
}
