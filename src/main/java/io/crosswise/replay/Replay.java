package io.crosswise.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.decision.Decision;
import io.crosswise.shared.Build;
import java.util.List;

/**
 * What came of running a decision again.
 *
 * @param identical whether every value of the record is the same
 * @param change what differs for customer and margin; null against the stored versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(
        String decisionId, Against against, boolean identical, List<Difference> differences, Builds build, Change change) {

    /** @param same whether the code that decided is the code that runs; null when it is not known which decided */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Builds(Build decided, Build now, Boolean same) {
        static Builds of(Decision stored, Build now) {
            Build decided = stored.build();
            return new Builds(decided, now, decided == null ? null : decided.code().equals(now.code()));
        }
    }
}
