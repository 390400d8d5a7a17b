package io.crosswise.learning;

/** The data and the spec do not give a training set; the message says what to change and holds no value of a customer. */
public class TrainingImpossible extends RuntimeException {
    public TrainingImpossible(String message) {
        super(message);
    }
}
