package io.crosswise.approval;

import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.aStranger;
import static io.crosswise.testing.CustomerBuilder.holding;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.policy.Sociostyle.Depth;
import io.crosswise.policy.Sociostyle.Tone;
import io.crosswise.scoring.Outlook;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrepareApprovalTest {
    private final PrepareApproval prepareApproval = new PrepareApproval();

    @Test
    void saysWhoTheCustomerIsWithoutNamingThem() {
        assertThat(prepareApproval.prepare(aDecision().withState(), aCustomer().build()).customer())
                .isEqualTo("C-000042, B2C_LOYALTY, 36 months with us, holds MOBILE_S");
        assertThat(prepareApproval.prepare(aDecision().forACompany().withState(), aCompany().build()).customer())
                .isEqualTo("E-000007, EBU_SME, 36 months with us, 30 employees, holds MOBILE_S");
        assertThat(prepareApproval
                        .prepare(aDecision().inSegment(null).withState(), aStranger().owning().build())
                        .customer())
                .isEqualTo("C-000042, holds nothing yet");
    }

    @Test
    void saysWhatIsOfferedAndWhatItIsWorth() {
        ApprovalFile file = prepareApproval.prepare(aDecision().withState(), aCustomer().build());

        assertThat(file.offer()).isEqualTo("Fibre (O-FIBRE)");
        assertThat(file.monthlyPrice()).isEqualTo(40.00);
        assertThat(file.discount()).isEqualTo(5.00);
        assertThat(file.maxDiscount()).isEqualTo(12.00);
        assertThat(file.expectedValue()).isEqualTo(88.40);
    }

    @Test
    void saysWhyAndWhatItWasPreferredToBestFirst() {
        assertThat(prepareApproval.prepare(aDecision().withState(), aCustomer().build()).why())
                .isEqualTo(
                        """
                        A loyal customer without broadband
                        Likely to accept: 31 %
                        Preferred to O-TV, worth 35.10 EUR
                        Preferred to O-MOBILE, worth 12.00 EUR""");
    }

    @Test
    void saysWhatTheCustomerIsWorthAndWhetherToAskForAReferral() {
        Outlook outlook = new Outlook(
                null, new Probability(0.083), Map.of(), null, Money.euros("612"), null, new Probability(0.3), null);

        ApprovalFile file =
                prepareApproval.prepare(aDecision().expecting(outlook, true).withState(), aCustomer().build());

        assertThat(file.why())
                .contains("Likely to leave within a year: 8 %")
                .contains("Expected to bring 612.00 EUR of margin while a customer");
        assertThat(file.playbook()).contains("likely to recommend us");
        assertThat(prepareApproval.prepare(aDecision().withState(), aCustomer().build()).playbook())
                .doesNotContain("recommend");
    }

    @Test
    void hasAPlaybookPerMarket() {
        String consumer =
                prepareApproval.prepare(aDecision().withState(), aCustomer().build()).playbook();
        String company = prepareApproval
                .prepare(aDecision().forACompany().withState(), aCompany().build())
                .playbook();

        assertThat(consumer).contains("how the bill changes").contains("12 months");
        assertThat(company).contains("cost per site");
    }

    @Test
    void thePlaybookSaysHowToSpeakWithTheCustomer() {
        assertThat(prepareApproval
                        .prepare(aDecision().speaking(Tone.COURTEOUS, Depth.STEP_BY_STEP).withState(), aCustomer().build())
                        .playbook())
                .contains("Speak courteously and slowly; explain step by step");
        assertThat(prepareApproval
                        .prepare(aDecision().forACompany().withState(), aCompany().build())
                        .playbook())
                .doesNotContain("Speak ");
    }

    @Test
    void fitsWhatAFormCanHold() {
        Holding[] many = IntStream.range(0, 500)
                .mapToObj(i -> holding("SERVICE_" + i, ServiceCategory.IOT_M2M, 1))
                .toArray(Holding[]::new);

        ApprovalFile file = prepareApproval.prepare(aDecision().withState(), aCustomer().owning(many).build());

        assertThat(file.variables()).hasSize(8);
        assertThat(file.variables().values()).allSatisfy(value -> assertThat(value)
                .isInstanceOfAny(String.class, Double.class));
        assertThat(file.customer()).hasSize(2000).endsWith("…");
    }

    @Test
    void hasNothingToSayWithoutAnOffer() {
        assertThatThrownBy(() -> prepareApproval.prepare(
                        aDecision().withoutOffer().withState(), aCustomer().build()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
