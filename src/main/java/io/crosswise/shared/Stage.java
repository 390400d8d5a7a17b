package io.crosswise.shared;

/** The stages of {@code decide-offer} at which something can be refused; BPMN alone orders them. */
public enum Stage {
    PROFILE,
    STRATEGY,
    CANDIDATES,
    ELIGIBILITY,
    CONTACT_POLICY,
    CANNIBALISATION,
    BUNDLES,
    ARBITRATION,
    EXPERIMENT,
    CHANNEL
}
