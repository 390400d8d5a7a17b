package io.crosswise.decision;

import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import java.io.Serializable;
import java.util.List;

/**
 * What was drawn for new offers in a decision that explored.
 *
 * @param seed of the draws; the same seed and counts draw the same
 * @param decided whether another offer was chosen than would have been without drawing
 */
public record Exploration(String seed, boolean decided, List<Draw> draws) implements Serializable {
    /**
     * @param presented contacts of the offer so far
     * @param answered of those
     * @param accepted of those who answered
     * @param alpha of the Beta distribution drawn from, likewise beta
     * @param drawn P(accept | offered) as drawn
     * @param worth euros over the horizon it would be worth were the draw right
     */
    public record Draw(
            String offer,
            int presented,
            int answered,
            int accepted,
            double alpha,
            double beta,
            Probability drawn,
            Money worth)
            implements Serializable {}

    /** Whether the offer is made only because of a draw. */
    public boolean explored(String offer) {
        return decided && draws.stream().anyMatch(draw -> draw.offer().equals(offer));
    }
}
