package io.crosswise.policy;

import io.crosswise.candidate.Candidate;

/**
 * What the stages before say of a bundle as a whole, since its parts were judged one by one.
 *
 * @param exclusions of its code and its price
 * @param permissions of which one channel must be able to speak of all its services
 */
public record BundleLimits(Exclusions exclusions, ContactPermissions permissions) {
    boolean admit(Candidate bundle) {
        return exclusions.admit(bundle) && permissions.refusal(bundle).isEmpty();
    }

    Candidate judge(Candidate bundle, ApplyExclusions applyExclusions) {
        Candidate judged = applyExclusions.apply(bundle, exclusions);
        return permissions.refusal(bundle).map(judged::rejected).orElse(judged);
    }
}
