package io.crosswise.explanation;

import static io.crosswise.explanation.FindCounterfactualsTest.JSON;
import static io.crosswise.explanation.FindCounterfactualsTest.candidate;
import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.decision.Decision.CandidateVerdict;
import io.crosswise.decision.Decision.SuppressedContact;
import io.crosswise.decision.RankReason;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.testing.DecisionBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainDecisionTest {
    private final ExplainDecision explain = new ExplainDecision(
            new NothingOnSale(),
            new TellFeatures(null),
            new KeepCounterfactuals(
                    new FindCounterfactuals((input, versions) -> aDecision().build(), JSON),
                    new ExplanationSettings(1, Duration.ZERO),
                    Clock.fixed(DECIDED_AT, ZoneOffset.UTC)));

    @ParameterizedTest
    @EnumSource(RankReason.class)
    void whateverPutAnOfferWhereItStandsIsTold(RankReason reason) {
        DecisionBuilder decision = aDecision().considering(
                candidate("O-FIBRE", CandidateVerdict.SELECTED, reason.name(), "ARBITRATION"),
                candidate("O-TV", CandidateVerdict.OUTRANKED, reason.name(), "ARBITRATION"));
        for (Locale language : List.of(Locale.UK, Locale.FRANCE)) {
            Explanation told = told(decision, language);
            assertThat(told.offer().text()).isNotBlank().doesNotContain(reason.name());
            assertThat(told.others()).singleElement().satisfies(other -> assertThat(other.text()).isNotBlank().doesNotContain(reason.name()));
        }
    }

    @Test
    void aCodeNobodyWroteASentenceForIsNamed() {
        DecisionBuilder decision = aDecision().considering(
                candidate("O-FIBRE", CandidateVerdict.SELECTED, "BETTER_WEATHER", "ARBITRATION"));

        assertThat(told(decision, Locale.UK).offer().text()).isEqualTo("For another reason (BETTER_WEATHER).");
        assertThat(told(decision, Locale.FRANCE).offer().text()).isEqualTo("Pour une autre raison (BETTER_WEATHER).");
    }

    @Test
    void withoutAnOfferTheClosedChannelsAreToldAndWhenTheyOpen() {
        Reason cap = new Reason("EMAIL_CAP", Stage.CONTACT_POLICY, "row-7", "Assez d’e-mails cette semaine. || Enough e-mails this week.");
        Reason optOut = new Reason("OPTED_OUT", Stage.CONTACT_POLICY, "row-8", "Refuse les appels. || Refuses calls.");
        DecisionBuilder decision = aDecision()
                .withoutOffer()
                .considering(candidate("O-TV", CandidateVerdict.OUTRANKED, "LOWER_VALUE", "ARBITRATION"))
                .suppressing(
                        new SuppressedContact(ChannelCode.EMAIL, cap, Instant.parse("2026-11-25T08:00:00Z")),
                        new SuppressedContact(ChannelCode.CALL_CENTRE, optOut, null));

        Explanation english = told(decision, Locale.UK);
        assertThat(english.closedChannels()).extracting(Explanation.ClosedChannel::channel).containsExactly("EMAIL", "CALL_CENTRE");
        assertThat(english.closedChannels().get(0).text())
                .startsWith("Enough e-mails this week. It can be used again on 25 November 2026");
        assertThat(english.closedChannels().get(1).text()).isEqualTo("Refuses calls.");
        assertThat(english.others().get(0).text()).isEqualTo("Allowed, but no offer could be made.");
        assertThat(told(decision, Locale.FRANCE).closedChannels().get(0).text())
                .startsWith("Assez d’e-mails cette semaine. Il pourra de nouveau être utilisé le 25 novembre 2026");
        assertThat(told(aDecision().considering(), Locale.UK).closedChannels()).as("an offer was made").isNull();
    }

    private Explanation told(DecisionBuilder decision, Locale language) {
        return explain.explain(decision.withState(), anInput().build(), language);
    }

    private static final class NothingOnSale implements Catalogues {
        @Override
        public Catalogue current() {
            return new Catalogue("none", List.of(), List.of(), List.of());
        }

        @Override
        public Catalogue version(String version) {
            return current();
        }

        @Override
        public Catalogue publish(Catalogue catalogue) {
            throw new UnsupportedOperationException();
        }
    }
}
