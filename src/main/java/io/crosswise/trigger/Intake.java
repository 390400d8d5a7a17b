package io.crosswise.trigger;

/** What became of an event at the door. */
public sealed interface Intake {
    record Accepted(AcceptedTrigger trigger) implements Intake {}

    /** The very same event was accepted before. */
    record Repeated(io.crosswise.shared.TriggerId id) implements Intake {}

    /** The source used this event id for something else before. */
    record Contradicted() implements Intake {}

    record Refused(Code code, String detail) implements Intake {}

    enum Code {
        UNKNOWN_TYPE,
        UNKNOWN_CUSTOMER,
        BAD_DATA,
        OTHER_MARKET
    }
}
