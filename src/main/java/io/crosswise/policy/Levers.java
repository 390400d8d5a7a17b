package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.shared.Reason;
import java.io.Serializable;
import java.util.List;

/**
 * What {@code levers.dmn} answers: by how much the business raises or lowers offers beyond what they earn.
 *
 * @param list in the order of the table's rows
 */
public record Levers(List<Lever> list) implements Serializable {
    public static final Levers NONE = new Levers(List.of());

    /** @param scope which candidates it moves, see {@link Scope} @param factor 1 changes nothing, 0 or more */
    public record Lever(String scope, double factor, Reason reason) implements Serializable {}

    /** The levers that move the candidate, in the table's order. */
    public List<Lever> on(Candidate candidate) {
        return list.stream().filter(lever -> Scope.covers(lever.scope(), candidate)).toList();
    }
}
