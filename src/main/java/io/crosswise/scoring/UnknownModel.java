package io.crosswise.scoring;

/** A model or version that is not in the registry. */
public class UnknownModel extends RuntimeException {
    private UnknownModel(String message) {
        super(message);
    }

    public static UnknownModel named(String name) {
        return new UnknownModel("There is no model " + name);
    }

    public static UnknownModel version(String name, String version) {
        return new UnknownModel("There is no version " + version + " of the model " + name);
    }
}
