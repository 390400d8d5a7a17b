package io.crosswise.customer.jdbc;

import static io.crosswise.customer.CustomerBuilder.aCompany;
import static io.crosswise.customer.CustomerBuilder.aCustomer;
import static io.crosswise.customer.CustomerBuilder.aStranger;
import static io.crosswise.customer.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.customer.PersonalData;
import io.crosswise.customer.UnknownCustomer;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class JdbcCustomersIT {
    private static final CustomerId ANNA = new CustomerId("C-000001");
    private static final PersonalData ADDRESSES = new PersonalData("Anna Muster", "anna@example.invalid", "+33 1 00 00 00");

    private final CustomerDatabase database = new CustomerDatabase();
    private final JdbcCustomers customers = database.customers;

    @Test
    void givesBackWhatWasStoredKnownOrNot() {
        Site site = new Site("S-1", "Lyon", 12, LocalDate.parse("2026-10-01"), true, null);
        CustomerProfile company = aCompany()
                .with(new Company("RETAIL", 24, 0.1, 3, List.of(site), new CustomerId("E-9"), List.of(), 2))
                .build();
        CustomerProfile stranger = aStranger().withId("C-2").build();
        store(aCustomer().build(), company, stranger);

        assertThat(customers.find(ANNA)).contains(aCustomer().build());
        assertThat(customers.find(company.id())).contains(company);
        assertThat(customers.lock(stranger.id())).contains(stranger);
        assertThat(customers.find(new CustomerId("nobody"))).isEmpty();
    }

    @Test
    void replacesACustomerStoredAgainAndCountsTheLastOfTwo() {
        store(aCustomer().payingOnAverage("10").build());
        store(aCustomer().payingOnAverage("20").build(), aCustomer().payingOnAverage("30").build());

        assertThat(customers.find(ANNA)).contains(aCustomer().payingOnAverage("30").build());
        assertThat(database.count("customer.customer")).isEqualTo(1);
    }

    @Test
    void listsPagesOrderedByIdWithTheTotalOverAll() {
        store(
                aCustomer().withId("C-3").in(Market.B2C, Segment.B2C_LOYALTY).build(),
                aCustomer().withId("C-1").build(),
                aCustomer().withId("C-2").in(Market.B2C, Segment.B2C_LOYALTY).build(),
                aCompany().build());

        assertThat(customers.list(Market.B2C, null, 1, 2).items()).extracting(c -> c.id().value()).containsExactly("C-3");
        assertThat(customers.list(Market.B2C, null, 1, 2).total()).isEqualTo(3);
        assertThat(customers.list(null, Segment.B2C_LOYALTY, 0, 9).items())
                .extracting(c -> c.id().value())
                .containsExactly("C-2", "C-3");
        assertThat(customers.list(null, null, Integer.MAX_VALUE, 200).items()).isEmpty();
    }

    @Test
    void addsAServiceOnceAndMovesTheLastOrder() {
        store(aCustomer().build());

        customers.addHolding(ANNA, holding("FIBRE_500", ServiceCategory.HBB, 2));
        customers.addHolding(ANNA, holding("FIBRE_500", ServiceCategory.HBB, 2));

        CustomerProfile anna = customers.find(ANNA).orElseThrow();
        assertThat(anna.holdings()).extracting(h -> h.service()).containsExactly("MOBILE_20", "FIBRE_500");
        assertThat(anna.engagement().lastOrder()).isEqualTo("2026-05-21");
    }

    @Test
    void anUpgradeTakesThePlaceOfTheSmallerTier() {
        store(aCustomer().build());

        customers.addHolding(ANNA, holding("MOBILE_100", ServiceCategory.MOBILE, 3));

        assertThat(customers.find(ANNA).orElseThrow().holdings())
                .extracting(h -> h.service())
                .containsExactly("MOBILE_100");
    }

    @Test
    void recordsAnswersAndKeepsTheProofOfEachForGood() {
        store(aCustomer().answering(Map.of(ChannelCode.EMAIL, true, ChannelCode.SMS, true)).build());

        customers.recordConsents(ANNA, Map.of(ChannelCode.EMAIL, false));

        assertThat(customers.find(ANNA).orElseThrow().consents())
                .containsExactly(Map.entry(ChannelCode.EMAIL, false), Map.entry(ChannelCode.SMS, true));
        assertThat(database.jdbc
                        .sql("SELECT customer_id || ' ' || channel || ' ' || granted || ' ' || changed_by"
                                + " FROM customer.consent_change")
                        .query(String.class)
                        .list())
                .containsExactly("C-000001 EMAIL false agent-7");
        assertThatThrownBy(() -> database.jdbc.sql("DELETE FROM customer.consent_change").update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void forgetsACustomerForGoodEvenIfTheSourceDeliversItAgain() {
        CustomerRecord anna = new CustomerRecord(
                aCustomer().build(), ADDRESSES, List.of(new MonthlyUsage(java.time.YearMonth.of(2026, 10), 1.0, 2.0, 3.0, 4.0, null)));
        customers.store(List.of(anna));
        assertThat(customers.personalData(ANNA)).isEqualTo(ADDRESSES);

        assertThat(customers.erasePersonalData(ANNA).isErased()).isTrue();
        assertForgotten();
        customers.store(List.of(anna));
        assertForgotten();
        customers.erasePersonalData(ANNA);
        assertThat(database.count("customer.consent_change")).isEqualTo(ChannelCode.values().length);
    }

    private void assertForgotten() {
        assertThat(customers.find(ANNA)).isEmpty();
        assertThat(customers.lock(ANNA)).isEmpty();
        assertThat(customers.list(null, null, 0, 9).items()).isEmpty();
        assertThat(customers.inOrder(null, 9)).isEmpty();
        assertThat(customers.withoutSegment(9)).isEmpty();
        assertThat(customers.personalData(ANNA)).isEqualTo(PersonalData.UNKNOWN);
        assertThat(database.count("customer.usage_month")).isZero();
        assertThat(database.jdbc.sql("SELECT profile::text FROM customer.customer").query(String.class).single())
                .contains("\"EMAIL\": false")
                .doesNotContain("holdings");
    }

    @Test
    void aRefusalOutlivesANewVersionOfTheProfile() {
        store(aCustomer().answering(Map.of()).build());
        customers.recordConsents(ANNA, Map.of(ChannelCode.EMAIL, false, ChannelCode.SELF_CARE, true));

        store(aCustomer().answering(Map.of(ChannelCode.EMAIL, true, ChannelCode.SMS, true)).build());

        assertThat(customers.find(ANNA).orElseThrow().consents())
                .isEqualTo(Map.of(ChannelCode.EMAIL, false, ChannelCode.SMS, true, ChannelCode.SELF_CARE, true));
    }

    @Test
    void assignsSegmentsAndNamesWhoHasNone() {
        store(aCustomer().build(), aCompany().build());

        customers.assignSegment(ANNA, Segment.B2C_LOYALTY, "CONNECTED_FAMILY");

        assertThat(customers.find(ANNA).orElseThrow().segment()).isEqualTo(Segment.B2C_LOYALTY);
        assertThat(customers.find(ANNA).orElseThrow().sociostyle()).isEqualTo("CONNECTED_FAMILY");
        assertThat(customers.withoutSegment(5)).containsExactly(new CustomerId("E-000001"));
        customers.assignSegment(ANNA, null, null);
        assertThat(customers.withoutSegment(1)).containsExactly(ANNA);
    }

    @Test
    void readsAllCustomersInOrderAPartAtATime() {
        store(aCompany().build(), aCustomer().withId("C-000002").build(), aCustomer().build());

        assertThat(customers.inOrder(null, 2)).extracting(profile -> profile.id().value())
                .containsExactly("C-000001", "C-000002");
        assertThat(customers.inOrder(new CustomerId("C-000002"), 2)).extracting(profile -> profile.id().value())
                .containsExactly("E-000001");
        assertThat(customers.inOrder(new CustomerId("E-000001"), 2)).isEmpty();
    }

    @Test
    void refusesToChangeACustomerNobodyKnows() {
        CustomerId nobody = new CustomerId("nobody");
        assertThatThrownBy(() -> customers.addHolding(nobody, holding("TV", ServiceCategory.TV, 1)))
                .isInstanceOf(UnknownCustomer.class);
        assertThatThrownBy(() -> customers.recordConsents(nobody, Map.of(ChannelCode.EMAIL, false)))
                .isInstanceOf(UnknownCustomer.class);
        assertThatThrownBy(() -> customers.erasePersonalData(nobody)).isInstanceOf(UnknownCustomer.class);
        assertThatThrownBy(() -> customers.assignSegment(nobody, Segment.B2C_LOYALTY, "X"))
                .isInstanceOf(UnknownCustomer.class);
    }

    @Test
    void aSecondTransactionWaitsForTheFirstThatLockedTheCustomer() throws Exception {
        store(aCustomer().build());
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> database.transaction.executeWithoutResult(tx -> {
            customers.lock(ANNA);
            locked.countDown();
            await(release);
            customers.addHolding(ANNA, holding("FIBRE_500", ServiceCategory.HBB, 2));
        }));
        await(locked);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> database.transaction.execute(
                tx -> customers.lock(ANNA).orElseThrow().holdings().size()));

        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        release.countDown();

        first.get(10, TimeUnit.SECONDS);
        assertThat(second.get(10, TimeUnit.SECONDS)).as("services the second one sees").isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void store(CustomerProfile... profiles) {
        customers.store(List.of(profiles).stream()
                .map(profile -> new CustomerRecord(profile, PersonalData.UNKNOWN, List.of()))
                .toList());
    }
}
