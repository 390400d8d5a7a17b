package io.crosswise.scoring.web;

/** Why somebody changes something. */
record ReasonBody(String reason) {
    /** Null when nothing was said. */
    static String of(ReasonBody body) {
        return body == null ? null : body.reason();
    }
}
