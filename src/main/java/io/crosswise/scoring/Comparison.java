package io.crosswise.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.scoring.Model.Challenge;
import java.time.Instant;
import java.util.List;

/** How the challengers of a model do beside its champion, on the same days. */
public record Comparison(String model, String champion, List<Duel> duels) {

    /**
     * One challenger.
     *
     * @param since both versions were in use
     * @param split how customers answered whom the challenger decided for; null in the shadow
     * @param shadow how well both versions foresaw the answers that are known; null in a split
     * @param remark why there is no figure, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Duel(String version, Challenge challenge, Instant since, Split split, Shadow shadow, String remark) {}

    /** @param difference of the conversion rates, challenger minus champion; null while one of them decided for nobody */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Split(Arm champion, Arm challenger, Difference difference) {}

    /** @param customers that were decided by the version @param converted of them that bought what they were offered */
    public record Arm(long customers, long converted) {
        public double rate() {
            return customers == 0 ? 0 : (double) converted / customers;
        }
    }

    /**
     * @param offers both versions scored and whose answer is known
     * @param logLoss per offer, in nats
     */
    public record Shadow(int offers, int converted, Measured auc, Measured logLoss) {}

    public record Measured(double champion, double challenger, Difference difference) {}

    /**
     * Challenger minus champion with its interval of 95 % confidence.
     *
     * @param conclusive whether the interval leaves out 0
     * @param method with its source
     */
    public record Difference(double value, double low, double high, boolean conclusive, String method) {
        static Difference of(double value, double low, double high, String method) {
            return new Difference(value, low, high, low > 0 || high < 0, method);
        }
    }
}
