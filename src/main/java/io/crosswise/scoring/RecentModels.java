package io.crosswise.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/** Versions that were asked for lately, so that they need not be loaded each time; the longest unused one makes room. */
class RecentModels {
    private static final int MOST = 128;

    private final Map<String, ScoringModel> models = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ScoringModel> eldest) {
            return size() > MOST;
        }
    };

    /** Null when it was not used lately. */
    synchronized ScoringModel find(String key) {
        return models.get(key);
    }

    synchronized void keep(String key, ScoringModel model) {
        models.put(key, model);
    }
}
