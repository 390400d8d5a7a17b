package io.crosswise.shared;

/** The ways an offer can reach a customer. */
public enum ChannelCode {
    EMAIL,
    SMS,
    CALL_CENTRE,
    ACCOUNT_MANAGER,
    SELF_CARE
}
