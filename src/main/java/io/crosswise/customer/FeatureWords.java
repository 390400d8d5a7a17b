package io.crosswise.customer;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Features in the words of the business, for whoever is told why: English, and French where asked for. */
public final class FeatureWords {
    private static final String BUNDLE = "customer.feature-words";
    private static final String SERVICE = "service_";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FeatureWords() {}

    /** A feature nobody has words for, such as a column of a foreign model, is told by its own name without underscores. */
    public static String of(String feature, Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
        try {
            return feature.startsWith(SERVICE) && !feature.equals("service_gaps")
                    ? words.getString("service").replace("{0}", feature.substring(SERVICE.length()))
                    : words.getString(feature);
        } catch (MissingResourceException e) {
            return feature.replace('_', ' ');
        }
    }
}
