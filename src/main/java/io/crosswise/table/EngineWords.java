package io.crosswise.table;

/** The part of an engine's message that helps the author of a table. */
final class EngineWords {
    private static final int LONGEST = 300;

    private EngineWords() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null
                ? "the engine stops with " + cause.getClass().getSimpleName()
                : cause.getMessage().replaceAll("^[A-Z]+(?:/[A-Z]+)?-\\d+ ", "").strip();
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }
}
