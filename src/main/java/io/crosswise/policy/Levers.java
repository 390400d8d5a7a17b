package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.shared.Reason;
import java.io.Serializable;
import java.util.List;

/**
 * What {@code levers.dmn} answers: by how much context and the business raise or lower offers beyond what they earn.
 *
 * @param list in the order of the table's rows
 */
public record Levers(List<Lever> list) implements Serializable {
    public static final Levers NONE = new Levers(List.of());

    /** The largest factor a row may set, and all factors of a candidate together. */
    public static final double MOST = 5;

    /** Why a row raises or lowers an offer. */
    public enum Kind {
        /** It is more or less relevant to the customer because of what just happened. */
        CONTEXT,
        /** The business wants it so. */
        LEVER
    }

    /**
     * @param scopes which candidates it moves; one that several cover is moved once
     * @param factor 0 to {@link #MOST}; 1 changes nothing, 0 refuses
     */
    public record Lever(List<Scope> scopes, Kind kind, double factor, Reason reason) implements Serializable {}

    /** The levers that move the candidate, in the table's order. */
    public List<Lever> on(Candidate candidate) {
        return list.stream()
                .filter(lever -> lever.scopes().stream().anyMatch(scope -> scope.covers(candidate)))
                .toList();
    }
}
