package io.crosswise.table;

/** Somebody else changed the table since its author read it. */
public class ChangedMeanwhile extends RuntimeException {
    ChangedMeanwhile(String name, int version) {
        super("Somebody changed the table \"" + name + "\" meanwhile: version " + version
                + " decides now. Read it again and put your change into it.");
    }
}
