package io.crosswise.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class FeatureWordsTest {
    @Test
    void everyFeatureHasWordsOfItsOwnInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(ResourceBundle.getBundle("customer.feature-words", locale).keySet())
                    .containsAll(CustomerFeatures.names());
            assertThat(CustomerFeatures.names().stream().map(name -> FeatureWords.of(name, locale)))
                    .doesNotHaveDuplicates()
                    .noneMatch(word -> word.contains("_") || word.isBlank());
        }
    }

    @Test
    void speaksEnglishUnlessFrenchIsAskedFor() {
        assertThat(FeatureWords.of("tenure_months", Locale.ENGLISH)).isEqualTo("months as a customer");
        assertThat(FeatureWords.of("tenure_months", Locale.CANADA_FRENCH)).isEqualTo("ancienneté en mois");
        assertThat(FeatureWords.of("tenure_months", Locale.GERMANY)).isEqualTo("months as a customer");
    }

    @Test
    void namesServicesAndForeignColumnsByWhatTheyAreCalled() {
        assertThat(FeatureWords.of("service_TV_ESSENTIAL", Locale.ENGLISH)).isEqualTo("holds the service TV_ESSENTIAL");
        assertThat(FeatureWords.of("Paperless_Billing", Locale.FRENCH)).isEqualTo("Paperless Billing");
    }
}
