package io.crosswise.policy;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.Exclusions.Exclusion;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyExclusionsTest {
    private static final Reason REASON = new Reason("CODE", Stage.ELIGIBILITY, "eligibility_row", "Because.");
    private final ApplyExclusions applyExclusions = new ApplyExclusions();

    @ParameterizedTest
    @CsvSource({
        "*,false", "HBB,false", "FIBRE,false", "NEEDS_FIBRE,false", "CROSS_SELL,false", "HBB/CROSS_SELL,false",
        "TV,true", "FIBRE_2,true", "UPSELL,true", "HBB/UPSELL,true", "TV/CROSS_SELL,true"
    })
    void anExclusionCoversEverythingACategoryAKindAnOfferOrWhatNeedsFibre(String scope, boolean allowed) {
        Candidate fibre = aCandidate("FIBRE", ServiceCategory.HBB).needingFibre().build();

        assertThat(judge(fibre, new Exclusions(List.of(new Exclusion(Scope.of(scope), REASON)), null, null)).isAllowed())
                .isEqualTo(allowed);
    }

    @Test
    void broadbandThatNeedsNoFibreIsAllowedWhereThereIsNone() {
        Candidate box = aCandidate("BOX_5G", ServiceCategory.HBB).build();

        assertThat(judge(box, new Exclusions(List.of(new Exclusion(Scope.of("NEEDS_FIBRE"), REASON)), null, null)).isAllowed()).isTrue();
    }

    @Test
    void aBillThatWouldGrowTooMuchIsRefusedWithTheRowAndTheEuros() {
        Exclusions limit = new Exclusions(List.of(), Money.euros("15"), REASON);

        assertThat(judge(aCandidate().costing("16", "5").discounted("1").build(), limit).isAllowed()).isTrue();
        assertThat(judge(aCandidate().costing("16", "5").discounted("0.99").build(), limit).verdict())
                .isEqualTo(Verdict.rejected(new Reason(
                        "CODE", Stage.ELIGIBILITY, "eligibility_row",
                        "Because. The bill would grow by 15.01 EUR, the limit is 15.00 EUR.")));
    }

    @Test
    void theFirstExclusionGivesTheReason() {
        Reason second = new Reason("SECOND", Stage.ELIGIBILITY, "eligibility_second", "Also.");
        Exclusions both = new Exclusions(List.of(new Exclusion(Scope.of("HBB"), REASON), new Exclusion(Scope.of("*"), second)), null, null);

        assertThat(judge(aCandidate().build(), both).verdict()).isEqualTo(Verdict.rejected(REASON));
    }

    private Candidate judge(Candidate candidate, Exclusions exclusions) {
        return applyExclusions.apply(List.of(candidate), exclusions).get(0);
    }
}
