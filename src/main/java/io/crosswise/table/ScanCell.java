package io.crosswise.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell taken apart in one pass from left to right: a text may hold what looks like a comment, and a comment what looks like a text.
 *
 * @param texts without their quotes, escapes resolved
 * @param rest the expression with each text as {@link #BLANKED} and each comment as a blank; what is not closed stays as it is
 */
record ScanCell(List<String> texts, String rest) {
    static final String BLANKED = "\"\"";

    static ScanCell scan(String cell) {
        List<String> texts = new ArrayList<>();
        StringBuilder rest = new StringBuilder(cell.length());
        boolean textsClose = true;
        boolean commentsClose = true;
        int at = 0;
        while (at < cell.length()) {
            if (textsClose && cell.charAt(at) == '"') {
                int end = endOfText(cell, at + 1);
                if (end >= 0) {
                    texts.add(cell.substring(at + 1, end).replace("\\\"", "\"").replace("\\\\", "\\"));
                    rest.append(BLANKED);
                    at = end + 1;
                    continue;
                }
                // No later one closes either, so that nobody has to look to the end again.
                textsClose = false;
            } else if (commentsClose && cell.startsWith("/*", at)) {
                int end = cell.indexOf("*/", at + 2);
                if (end >= 0) {
                    rest.append(' ');
                    at = end + 2;
                    continue;
                }
                commentsClose = false;
            } else if (cell.startsWith("//", at)) {
                int end = cell.indexOf('\n', at);
                rest.append(' ');
                at = end < 0 ? cell.length() : end;
                continue;
            }
            rest.append(cell.charAt(at++));
        }
        return new ScanCell(List.copyOf(texts), rest.toString());
    }

    /** Where its closing quote stands, −1 without one. */
    private static int endOfText(String cell, int from) {
        for (int at = from; at < cell.length(); at++) {
            if (cell.charAt(at) == '\\') {
                at++;
            } else if (cell.charAt(at) == '"') {
                return at;
            }
        }
        return -1;
    }
}
