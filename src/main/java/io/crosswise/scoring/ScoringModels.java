package io.crosswise.scoring;

import java.util.List;

/** The registry as the decision path sees it; what is in use was verified and warmed when it was loaded. */
public interface ScoringModels {
    /** Champions and challengers, by name and then version. */
    List<Model> all();

    /** What decides now; take it once per decision. */
    ModelSet inUse();

    /**
     * Any version that was ever registered, loaded on demand.
     *
     * @throws UnknownModel when there is no such version
     */
    ScoringModel version(String name, String version);
}
