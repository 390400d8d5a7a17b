package io.crosswise.customer;

import static io.crosswise.customer.CustomerBuilder.aCompany;
import static io.crosswise.customer.CustomerBuilder.aCustomer;
import static io.crosswise.customer.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.ServiceCategory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanyGraphTest {
    private static final CustomerId PARENT = new CustomerId("E-1");
    private static final CustomerId CHILD = new CustomerId("E-2");
    private static final CustomerId OTHER = new CustomerId("E-3");

    /**
     * A chain child – parent – other child; degrees with self-loops 2, 3, 2. Of S² the row of the first child is
     * 1/4 + 1/6 for itself, (1/2 + 1/3)/√6 for the parent, 1/6 for the other child.
     */
    @Test
    void spreadsOverTwoHopsWithSymmetricNormalisationAndSelfLoops() {
        Map<CustomerId, Map<String, Double>> features = graph(
                company(PARENT, null, List.of(CHILD, OTHER), ServiceCategory.MOBILE),
                company(CHILD, PARENT, List.of(), ServiceCategory.HBB),
                company(OTHER, PARENT, List.of(), ServiceCategory.CLOUD));

        assertThat(features.get(CHILD).get("group_holds_hbb")).isCloseTo(1 / 4.0 + 1 / 6.0, within(1e-6));
        assertThat(features.get(CHILD).get("group_holds_mobile"))
                .isCloseTo((1 / 2.0 + 1 / 3.0) / Math.sqrt(6), within(1e-6));
        assertThat(features.get(CHILD).get("group_holds_cloud")).isCloseTo(1 / 6.0, within(1e-6));
        assertThat(features.get(PARENT).get("group_holds_mobile")).isCloseTo(1 / 9.0 + 2 / 6.0, within(1e-6));
    }

    @Test
    void linksSistersThroughAParentThatIsNoCustomer() {
        Map<CustomerId, Map<String, Double>> features = graph(
                company(CHILD, PARENT, null, ServiceCategory.HBB), company(OTHER, PARENT, null, ServiceCategory.CLOUD));

        assertThat(features).containsOnlyKeys(CHILD, OTHER);
        assertThat(features.get(CHILD).get("group_holds_cloud")).isCloseTo(1 / 6.0, within(1e-6));
    }

    /** One company with two sites and a decision maker: a star of degrees 4, 2, 2, 2. */
    @Test
    void sitesAndDecisionMakersAreNodesOfTheirOwn() {
        CustomerProfile profile = aCompany()
                .withId("E-9")
                .with(new Company("RETAIL", 10, 0.2, 1, List.of(site(true), site(false)), null, List.of(), 1))
                .build();

        Map<String, Double> features = graph(profile).get(new CustomerId("E-9"));

        double hop = (1 / 4.0 + 1 / 2.0) / Math.sqrt(8);
        assertThat(features.get("group_unconnected_sites")).isCloseTo(hop, within(1e-6));
        assertThat(features.get("group_decision_makers")).isCloseTo(hop, within(1e-6));
        double own = 1 / 16.0 + 3 / 8.0;
        assertThat(features.get("group_growth")).isCloseTo(own * 0.2, within(1e-6));
        assertThat(features.get("group_hiring")).isCloseTo(own * 0.1, within(1e-6));
        assertThat(features.get("group_bill")).isCloseTo(own * 35.5, within(1e-6));
    }

    @Test
    void saysNothingOfWhatNobodyWithinTwoHopsKnows() {
        Map<String, Double> features =
                graph(company(CHILD, null, null, ServiceCategory.HBB)).get(CHILD);

        assertThat(features)
                .containsEntry("group_holds_hbb", 1.0)
                .containsEntry("group_holds_cloud", 0.0)
                .doesNotContainKeys("group_growth", "group_hiring", "group_unconnected_sites", "group_decision_makers");
    }

    @Test
    void consumersAreNoPartOfIt() {
        assertThat(graph(aCustomer().build())).isEmpty();
    }

    private static Map<CustomerId, Map<String, Double>> graph(CustomerProfile... profiles) {
        CompanyGraph graph = new CompanyGraph();
        List.of(profiles).forEach(graph::add);
        return graph.features();
    }

    private static CustomerProfile company(
            CustomerId id, CustomerId parent, List<CustomerId> subsidiaries, ServiceCategory held) {
        return aCompany()
                .withId(id.value())
                .with(new Company("RETAIL", null, null, null, null, parent, subsidiaries, null))
                .holding(holding("S", held, 1))
                .build();
    }

    private static Site site(boolean connected) {
        return new Site("S", "Lyon", 5, null, null, connected);
    }
}
