package io.crosswise.explanation;

import io.crosswise.shared.Money;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of {@code explanation*.properties} in one language. */
record Sentences(Locale locale, ResourceBundle bundle) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static Sentences in(Locale locale) {
        return new Sentences(
                locale, ResourceBundle.getBundle("io.crosswise.explanation.explanation", locale, NO_FALLBACK));
    }

    String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    String text(String key, List<Object> values) {
        return text(key, values.toArray());
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    String euros(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(money.amount());
    }

    /** Day and hour where the customer is. */
    String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(locale).format(at.atZone(zone));
    }

    /** A share as whole per cent. */
    String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** Points with one decimal, 0.012 is 1.2. */
    String points(double share) {
        return String.format(locale, "%.1f", 100 * share);
    }
}
