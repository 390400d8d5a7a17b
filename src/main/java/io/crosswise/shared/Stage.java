package io.crosswise.shared;

/** The stages of {@code decide-offer} at which something can be refused; BPMN alone orders them. */
public enum Stage {
    PROFILE,
    STRATEGY,
    CANDIDATES,
    /** Legal, technical and contractual limits. */
    ELIGIBILITY,
    /** Whether it makes sense now. */
    APPLICABILITY,
    /** Whether it is good for this customer. */
    SUITABILITY,
    CONTACT_POLICY,
    CANNIBALISATION,
    BUNDLES,
    ARBITRATION,
    EXPERIMENT,
    CHANNEL
}
