package io.crosswise.scoring;

/** A PMML file that must not score; the message names the model and says what is wrong with its file. */
public class UnusableModel extends RuntimeException {
    private UnusableModel(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param what the rest of the sentence, for example {@code it has no ModelVerification} */
    public static UnusableModel of(String model, String what) {
        return new UnusableModel("Model file " + model + " is refused: " + what, null);
    }

    public static UnusableModel of(String model, String what, Throwable cause) {
        return new UnusableModel("Model file " + model + " is refused: " + what + " (" + cause.getMessage() + ")", cause);
    }
}
