package io.crosswise.policy;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.testing.CandidateBuilder;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApprovalTableTest {
    @Test
    void anOfferToACompanyIsAgreedByItsAccountManager() {
        Approval approval = need(aCompany(), aCandidate().discounted("20"));

        assertThat(approval.required()).isTrue();
        assertThat(approval.role()).isEqualTo("manager");
    }

    @Test
    void aLargeDiscountIsAgreedByAnApprover() {
        assertThat(need(aCustomer(), aCandidate().discounted("10.01")).role()).isEqualTo("approver");
        assertThat(need(aCustomer(), aCandidate().costing("10", "4").discounted("3.01")).role()).isEqualTo("approver");
    }

    @Test
    void withinTheLimitsNobodyHasToAgree() {
        Approval approval = need(aCustomer(), aCandidate().discounted("10"));

        assertThat(approval.required()).isFalse();
        assertThat(approval.role()).isNull();
        assertThat(approval.reason().rule()).isEqualTo("approval_none");
    }

    @Test
    void refusesATableThatRequiresApprovalOfNobody() {
        TableRow row = new TableRow("approval", "row_1", "Why.", Map.of("required", true));

        assertThatThrownBy(() -> ApprovalTable.read(List.of(row))).isInstanceOf(BrokenTable.class);
    }

    private static Approval need(CustomerBuilder customer, CandidateBuilder offer) {
        return ApprovalTable.read(Tables.evaluate("approval", Map.of(
                "customer", CustomerFacts.of(customer.build(), null, null, null, TODAY),
                "offer", OfferFacts.of(offer.build()))));
    }
}
