package io.crosswise.approval;

/** What the person at the task decided. */
public enum Answer {
    APPROVE,
    DECLINE
}
