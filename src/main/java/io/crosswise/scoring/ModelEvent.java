package io.crosswise.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.scoring.Model.Challenge;
import java.time.Instant;
import java.util.Map;

/**
 * One change in the life of a version; never changed and never deleted.
 *
 * @param state it came into
 * @param challenge null unless it became a challenger
 * @param accepted gates it did not pass and that somebody accepted, each with the reason
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ModelEvent(
        String name,
        String version,
        Action action,
        ModelState state,
        Challenge challenge,
        Instant at,
        String by,
        String reason,
        Map<String, String> accepted) {

    public enum Action {
        REGISTERED,
        CHALLENGED,
        PROMOTED,
        /** Another version was promoted in its place. */
        REPLACED,
        /** Rolled back from. */
        WITHDRAWN,
        /** Rolled back to. */
        RESTORED,
        RETIRED
    }

    /** The first event of every version. */
    public static ModelEvent registered(Model model) {
        return new ModelEvent(
                model.name(),
                model.version(),
                Action.REGISTERED,
                model.state(),
                null,
                model.registeredAt(),
                model.changedBy(),
                model.reason(),
                Map.of());
    }
}
