package io.crosswise.explanation;

/** Other explanations are being worked out; the same question can be asked again a little later. */
public class TooManyExplanations extends RuntimeException {
    TooManyExplanations() {
        super("Other explanations are being worked out; ask again in a few seconds");
    }
}
