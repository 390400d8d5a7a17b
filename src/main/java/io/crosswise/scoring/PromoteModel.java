package io.crosswise.scoring;

import io.crosswise.scoring.ModelChange.Blocked;
import io.crosswise.scoring.ModelChange.Changed;
import io.crosswise.scoring.ModelChange.Refused;
import io.crosswise.scoring.ModelEvent.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts a version in charge of its model, for every decision that starts from now on. */
public class PromoteModel {
    private final ModelVersions versions;
    private final ScoringModels models;
    private final MoveVersion moves;

    public PromoteModel(ModelVersions versions, ScoringModels models, MoveVersion moves) {
        this.versions = versions;
        this.models = models;
        this.moves = moves;
    }

    /**
     * The champion before it is retired. Promoting the champion again changes nothing.
     *
     * @param accepted reason by name of each gate that somebody answers for
     * @throws UnknownModel when there is no such version
     * @throws UnusableModel when it no longer loads
     */
    public ModelChange promote(String name, String version, String reason, Map<String, String> accepted, String by) {
        if (reason == null || reason.isBlank()) {
            return new Refused("REASON_MISSING", "Say in a sentence why version " + version + " shall decide");
        }
        models.version(name, version);
        return versions.exclusively(() -> {
            Model model = versions.find(name, version).orElseThrow(() -> UnknownModel.version(name, version));
            if (model.state() == ModelState.CHAMPION) {
                return new Changed(model);
            }
            List<ReleaseGate> failed = gates(name, version).stream().filter(gate -> !gate.passed()).toList();
            List<ReleaseGate> blocking = ReleaseGate.blocking(failed, accepted);
            if (!blocking.isEmpty()) {
                return new Blocked(blocking);
            }
            moves.replaceChampion(name, Action.REPLACED, "Replaced by version " + version, by);
            Map<String, String> answeredFor = new TreeMap<>(accepted);
            answeredFor.keySet().retainAll(failed.stream().map(ReleaseGate::name).toList());
            return new Changed(moves.move(model, ModelState.CHAMPION, null, Action.PROMOTED, reason, by, answeredFor));
        });
    }

    /** All that is known to be judged of a version, at its training and its registration. */
    public List<ReleaseGate> gates(String name, String version) {
        ModelFile file = versions.file(name, version).orElseThrow(() -> UnknownModel.version(name, version));
        List<ReleaseGate> gates = new ArrayList<>(ReleaseGate.of(file.report()));
        gates.addAll(versions.checks(name, version));
        return gates;
    }
}
