package io.crosswise.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.Locale;

/**
 * Why something was refused or chosen.
 *
 * @param code stable, {@code SCREAMING_CASE}; other systems may branch on it
 * @param stage the stage that spoke
 * @param rule id of the decision table row, or name of the Drools rule; null where plain Java spoke
 * @param text one sentence a person can read, in English
 * @param fr the same in French, null when nobody has said it in French
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(String code, Stage stage, String rule, String text, String fr) implements Serializable {
    private static final String BETWEEN = "||";

    /** @param words French and English as annotations of tables hold them, {@code FR || EN}; without the bars English only */
    public Reason(String code, Stage stage, String rule, String words) {
        this(code, stage, rule, english(words), french(words));
    }

    /** The same reason with one more sentence. */
    public Reason adding(String french, String english) {
        return new Reason(code, stage, rule, text + " " + english, fr == null ? null : fr + " " + french);
    }

    /** The sentence in French where there is one and French is asked for, else in English. */
    public String in(Locale locale) {
        return fr != null && locale.getLanguage().equals("fr") ? fr : text;
    }

    private static String english(String words) {
        int bars = words == null ? -1 : words.indexOf(BETWEEN);
        return bars < 0 ? words : words.substring(bars + BETWEEN.length()).strip();
    }

    private static String french(String words) {
        int bars = words == null ? -1 : words.indexOf(BETWEEN);
        return bars < 0 ? null : words.substring(0, bars).strip();
    }
}
