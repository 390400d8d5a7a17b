package io.crosswise.process.engine;

import io.crosswise.table.TableChange.Kind;
import java.util.function.Supplier;

/**
 * Why a table is deployed, as our own doors know it; travels with the thread, so that nobody outside can claim it.
 *
 * @param fromVersion whose content it is, null for new content
 */
public record DeploymentNote(Kind kind, String who, String reason, Integer fromVersion) {
    private static final ThreadLocal<DeploymentNote> CURRENT = new ThreadLocal<>();

    /** Null when a deployment does not come through our own doors. */
    static DeploymentNote current() {
        return CURRENT.get();
    }

    public <T> T during(Supplier<T> deployment) {
        CURRENT.set(this);
        try {
            return deployment.get();
        } finally {
            CURRENT.remove();
        }
    }
}
