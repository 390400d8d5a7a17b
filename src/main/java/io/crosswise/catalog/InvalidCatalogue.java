package io.crosswise.catalog;

import java.util.List;

/** A catalogue that cannot go on sale; every problem names the entry and what to change. */
public class InvalidCatalogue extends RuntimeException {
    private final List<String> problems;

    private InvalidCatalogue(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = problems;
    }

    public static InvalidCatalogue because(List<String> problems) {
        return new InvalidCatalogue(List.copyOf(problems));
    }

    public List<String> problems() {
        return problems;
    }
}
