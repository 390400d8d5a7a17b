package io.crosswise.customer;

/** An import that cannot be carried out; nothing of it is stored. The message is one sentence for the person who sent it. */
public class ImportRefused extends RuntimeException {
    private final String type;

    /** @param type stable slug, for example {@code missing-file} */
    public ImportRefused(String type, String message) {
        super(message);
        this.type = type;
    }

    public String type() {
        return type;
    }
}
