package io.crosswise.demo.year;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the figures into the page about the simulated year, beside what people wrote there, and the chart next to it. */
final class YearPage {
    private static final String BEGIN = "<!-- figures: written by SimulateYear -->";
    private static final String END = "<!-- end of figures -->";
    private static final String NEW = "# Proof of value\n\n" + BEGIN + "\n" + END + "\n";

    private YearPage() {}

    static void write(Path page, String figures, String chart) {
        try {
            replace(page, figures, chart);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(Path page, String figures, String chart) throws IOException {
        Path folder = page.toAbsolutePath().getParent();
        Files.createDirectories(folder.resolve("images"));
        Files.writeString(folder.resolve("images").resolve("proof-of-value.svg"), chart);
        String text = Files.exists(page) ? Files.readString(page) : NEW;
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(page, text.substring(0, begin) + "\n" + figures + text.substring(text.indexOf(END)));
    }

    /** The commit the figures belong to, as git tells it. */
    static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
