package io.crosswise.policy;

import io.crosswise.shared.Market;

/** The shares people wrote into {@code dmn/substitution.dmn}, outside a decision: for those who look at them. */
public interface HandSetSubstitutions {
    SubstitutionMatrix of(Market market);
}
