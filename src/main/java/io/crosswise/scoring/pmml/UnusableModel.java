package io.crosswise.scoring.pmml;

/** A PMML file that must not score; the message names the file and says what is wrong with it. */
public class UnusableModel extends RuntimeException {
    private UnusableModel(String message, Throwable cause) {
        super(message, cause);
    }

    static UnusableModel in(String file, String what) {
        return new UnusableModel("Model file " + file + " is refused: " + what, null);
    }

    static UnusableModel in(String file, String what, Throwable cause) {
        return new UnusableModel("Model file " + file + " is refused: " + what + " (" + cause.getMessage() + ")", cause);
    }
}
