package io.crosswise.channel;

import io.crosswise.experiment.MessageVariants;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The wordings of {@code offer-letter*.properties}: a sentence {@code variant.<name>.<key>} takes the place of {@code <key>}. */
class LetterVariants implements MessageVariants {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final String PREFIX = "variant.";

    static String key(String variant, String sentence) {
        return PREFIX + variant + "." + sentence;
    }

    static ResourceBundle sentences(Locale locale) {
        return ResourceBundle.getBundle("io.crosswise.channel.offer-letter", locale, NO_FALLBACK);
    }

    @Override
    public Set<String> names() {
        return sentences(Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length(), key.indexOf('.', PREFIX.length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
