package io.crosswise.explanation;

import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.decision.Decision.Outcome;
import io.crosswise.decision.RankReason;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.testing.CustomerBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a record can say, there is a sentence for it in both languages. */
class SentencesTest {
    static Stream<Locale> languages() {
        return Stream.of(Locale.UK, Locale.FRANCE);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyReasonStageAndOutcomeIsTold(Locale language) {
        Sentences say = Sentences.in(language);
        Stream.of(
                        Arrays.stream(RankReason.values()).map(reason -> "reason." + reason),
                        Arrays.stream(Stage.values()).map(stage -> "stage." + stage),
                        Arrays.stream(Outcome.values()).map(outcome -> "headline." + outcome))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(say.text(key, "a", "b")).as(key).isNotBlank());
        assertThat(RankReason.EXPERIMENT_PREFERS.name()).isEqualTo(ApplyArms.PREFERRED);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyChangeIsToldAndNoneThatIsNeverMade(Locale language) {
        Sentences say = Sentences.in(language);
        Set<String> told = new TreeSet<>();
        customers().forEach(customer -> Changes.of(anInput().about(customer).build()).forEach(change -> {
            told.add("change." + change.code());
            change.steps().forEach(step -> assertThat(say.text("change." + change.code(), step.values()))
                    .as(change.code())
                    .isNotBlank()
                    .doesNotContain("{", "choice"));
        }));
        assertThat(told).isEqualTo(say.bundle().keySet().stream()
                .filter(key -> key.startsWith("change."))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void oneIsNotToldAsMany() {
        Sentences english = Sentences.in(Locale.UK);
        Sentences french = Sentences.in(Locale.FRANCE);
        assertThat(english.text("change.commitment", 1, "TV")).contains("with 1 month less of commitment on TV");
        assertThat(english.text("change.commitment", 2, "TV")).contains("with 2 months less of commitment on TV");
        assertThat(english.text("change.days", 1)).contains("in 1 day.");
        assertThat(english.text("change.days", 30)).contains("in 30 days.");
        assertThat(english.text("change.tenure", 1)).contains("after 1 more month as");
        assertThat(english.text("change.complaints", 1)).contains("with 1 complaint fewer");
        assertThat(french.text("change.days", 1)).contains("dans 1 jour.");
        assertThat(french.text("change.days", 30)).contains("dans 30 jours.");
        assertThat(french.text("change.complaints", 1)).contains("avec 1 réclamation de moins");
        assertThat(french.text("change.complaints", 2)).contains("avec 2 réclamations de moins");
    }

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertThat(Sentences.in(Locale.FRANCE).bundle().keySet()).isEqualTo(Sentences.in(Locale.UK).bundle().keySet());
    }

    /** Two of whom everything can be otherwise. */
    private static List<CustomerProfile> customers() {
        CustomerBuilder person = aCustomer()
                .aged(19)
                .vulnerable()
                .owning(new Holding(
                        "TV_START", ServiceCategory.TV, 1, Money.euros("20"), Money.euros("8"), TODAY.minusMonths(2), TODAY.plusMonths(10)))
                .with(new Billing(Money.euros("35"), 0.5, Money.euros("70"), 12))
                .with(new Network(false, false))
                .with(new Engagement(30, 3, 2, null, TODAY.minusMonths(1)))
                .with(new Promotion("P-1", "TV_START", Money.euros("5"), Money.euros("10"), TODAY.plusMonths(1)));
        Stream.of(ChannelCode.values()).forEach(channel -> person.answering(channel, false));
        return List.of(person.build(), aCompany().employing(9, 0.0).build());
    }
}
