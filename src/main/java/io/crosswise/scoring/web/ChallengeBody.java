package io.crosswise.scoring.web;

import io.crosswise.scoring.Model.Challenge;
import io.crosswise.scoring.Model.Challenge.Mode;

/**
 * How a version shall be tried.
 *
 * @param mode {@code SHADOW} or {@code SPLIT}
 * @param share of the customers in a split; a shadow has none
 */
record ChallengeBody(String mode, Double share, String reason) {

    Challenge challenge() {
        if ("SHADOW".equals(mode)) {
            return new Challenge(Mode.SHADOW, 0);
        }
        if ("SPLIT".equals(mode) && share != null && share >= 0.0001 && share <= 0.9999) {
            return new Challenge(Mode.SPLIT, share);
        }
        throw ModelProblems.badRequest(
                "bad-challenge", "A challenge is {\"mode\":\"SHADOW\"} or {\"mode\":\"SPLIT\",\"share\":0.1}, share from 0.0001 to 0.9999");
    }
}
