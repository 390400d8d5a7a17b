package io.crosswise.benchmark;

import java.util.List;
import java.util.Locale;

/** The ways to decide that are compared: each in a JVM of its own on a database of its own. */
enum Contender {
    /** The engine as shipped: history full, its own FEEL, the starter's defaults. */
    STOCK("stock engine", false),
    /** The engine as the product runs it. */
    TUNED("tuned engine", true),
    /** The same scoring, tables, rules and rows in one method, without the process engine. */
    FLOOR("plain JDBC", true);

    private final String title;
    private final boolean tuned;

    Contender(String title, boolean tuned) {
        this.title = title;
        this.tuned = tuned;
    }

    String title() {
        return title;
    }

    boolean usesEngine() {
        return this != FLOOR;
    }

    String file(String ending) {
        return name().toLowerCase(Locale.ROOT) + ending;
    }

    /** What the application is started with; demo mode, on the given folder and any free port. */
    List<String> arguments(String dataDirectory) {
        return List.of(
                "--crosswise.data.directory=" + dataDirectory,
                "--crosswise.engine.tuned=" + tuned,
                "--camunda.bpm.eventing.execution=" + !tuned,
                "--camunda.bpm.eventing.history=" + !tuned,
                "--camunda.bpm.eventing.task=" + !tuned,
                "--server.port=0");
    }
}
