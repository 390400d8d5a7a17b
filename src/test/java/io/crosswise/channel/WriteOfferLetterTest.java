package io.crosswise.channel;

import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.PersonalData;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.policy.Sociostyle.Depth;
import io.crosswise.policy.Sociostyle.Tone;
import io.crosswise.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteOfferLetterTest {
    private static final PersonalData ANNA = new PersonalData("Anna O'Neill {0}", "anna@example.invalid", null);

    private final WriteOfferLetter letters = new WriteOfferLetter(ChannelSettings.DEFAULTS);

    @Test
    void speaksFrenchToAFrenchCustomer() {
        OfferLetter letter = write(speaking("fr"));

        assertThat(letter.language()).isEqualTo("fr");
        assertThat(letter.subject()).isEqualTo("Une offre pour vous : Fibre");
        assertThat(letter.text())
                .contains("Bonjour Anna O'Neill {0},")
                .containsPattern("Fibre pour 35,00\\h€ par mois")
                .containsPattern("5,00\\h€ par mois de moins que son prix habituel de 40,00\\h€")
                .contains("12 mois")
                .contains("répondez STOP à offers@crosswise.invalid");
    }

    @Test
    void speaksEnglishToEverybodyElse() {
        OfferLetter letter = write(speaking("de"));

        assertThat(letter.language()).isEqualTo("en");
        assertThat(letter.text())
                .contains("We suggest Fibre for €35.00 a month")
                .contains("our reference is D-1")
                .contains("reply STOP to offers@crosswise.invalid");
    }

    @Test
    void speaksTheOperatorsLanguageWhereTheCustomersIsUnknown() {
        assertThat(write(aCompany().build()).language()).isEqualTo("fr");
    }

    @Test
    void mentionsATrialAndNoCommitmentOnlyWhereThereIsOne() {
        OfferMade free = new OfferMade(
                "O-CLOUD", "Cloud", List.of("CLOUD"), Money.euros("9.90"), Money.euros("4"), Money.ZERO, Money.ZERO, 0, 30,
                "CROSS_SELL");
        String text = letters.write(
                        "k", aDecision().offering(free).withState(), speaking("en"), new PersonalData(null, "a@b.invalid", null))
                .text();

        assertThat(text)
                .startsWith("Hello,\n")
                .contains("cancel at any time")
                .contains("try it for 30 days")
                .doesNotContain("less than");
    }

    @Test
    void speaksInTheToneAndDepthOfTheSociostyle() {
        String plain = letters.write("k", aDecision().withState(), speaking("en"), ANNA).text();
        String novice = letters.write("k", aDecision().speaking(Tone.COURTEOUS, Depth.STEP_BY_STEP).withState(), speaking("en"), ANNA)
                .text();
        String expert = letters.write("k", aDecision().speaking(Tone.RELAXED, Depth.FIGURES).withState(), speaking("fr"), ANNA)
                .text();

        assertThat(plain).startsWith("Hello Anna").doesNotContain("step", "figures");
        assertThat(novice).startsWith("Dear Anna").contains("explain each step");
        assertThat(expert).startsWith("Salut Anna").containsPattern("35,00\\h€ par mois, 420,00\\h€ la première année");
    }

    private OfferLetter write(CustomerProfile customer) {
        return letters.write("D-1.email", aDecision().withState(), customer, ANNA);
    }

    private static CustomerProfile speaking(String language) {
        return aCustomer().with(new Person(40, null, null, language, null, null)).build();
    }
}
