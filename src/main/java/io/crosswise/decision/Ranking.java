package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.shared.ChannelCode;
import java.util.List;

/**
 * Has the last word on the order of the candidates. The product leaves it as {@link Arbitrate} made it; a simulation puts other
 * ways to rank in this place, to compare with.
 */
public interface Ranking {
    /** As arbitration says. */
    Ranking BY_NET_MARGIN = (input, candidates, arbitrated, allowedChannels) -> arbitrated;

    /**
     * All candidates, the allowed ones first and of them the best first.
     *
     * @param candidates as the stages before arbitration left them
     * @param arbitrated the same, valued, ranked, and refused where they are not worth offering
     * @param allowedChannels through which the customer may be told
     */
    List<Candidate> rank(
            DecisionInput input, List<Candidate> candidates, List<Candidate> arbitrated, List<ChannelCode> allowedChannels);
}
