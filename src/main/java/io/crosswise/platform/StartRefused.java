package io.crosswise.platform;

/** The product cannot start as configured; the message is the one sentence the operator reads. */
public class StartRefused extends RuntimeException {
    private final String action;

    /** @param action what to change */
    public StartRefused(String message, String action) {
        super(message);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
