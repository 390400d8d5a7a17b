package io.crosswise.customer.jdbc;

import static io.crosswise.customer.CustomerBuilder.aCustomer;
import static io.crosswise.customer.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.customer.CustomerBuilder;
import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.PersonalData;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeEventsIT {
    private static final Holding MOBILE = holding("MOBILE_20", ServiceCategory.MOBILE, 1);
    private static final Holding LARGER = holding("MOBILE_100", ServiceCategory.MOBILE, 2);
    private static final Holding TV = holding("TV", ServiceCategory.TV, 1);

    private final CustomerDatabase database = new CustomerDatabase();

    @Test
    void aNewCustomerHasNoHistoryYet() {
        store(aCustomer().former());

        assertThat(events()).isEmpty();
    }

    @Test
    void aNewVersionTellsWhoLeft() {
        store(aCustomer());
        store(aCustomer().former().holding());
        store(aCustomer().former().holding());

        assertThat(events()).containsExactly("LEFT null 2026-11-21");
    }

    @Test
    void aServiceThatVanishesWasDroppedAndOneThatAppearsWasBought() {
        store(aCustomer().holding(MOBILE, TV));
        store(aCustomer().holding(LARGER, holding("BOX", ServiceCategory.HBB, 1)));

        assertThat(events())
                .containsExactlyInAnyOrder("DROPPED TV 2026-11-21", "BOUGHT HBB 2026-11-21", "UPGRADED MOBILE 2026-11-21");
    }

    @Test
    void aVersionThatKnowsNoServicesSaysNothingAboutThem() {
        store(aCustomer().holding(MOBILE, TV));
        store(aCustomer().holding());
        store(aCustomer().holding(MOBILE));

        assertThat(events()).isEmpty();
    }

    @Test
    void arrearsCountWhenTheyAppear() {
        store(aCustomer().with(owing("0", 0)));
        store(aCustomer().with(owing("35", 12)));
        store(aCustomer().with(owing("70", 42)));

        assertThat(events()).containsExactly("IN_ARREARS null 2026-11-21");
    }

    @Test
    void aSaleOfOursIsAnEventToo() {
        store(aCustomer().holding(MOBILE));
        CustomerId id = aCustomer().build().id();

        database.customers.addHolding(id, TV);
        database.customers.addHolding(id, TV);
        database.customers.addHolding(id, LARGER);

        assertThat(events()).containsExactlyInAnyOrder("BOUGHT TV 2025-11-21", "UPGRADED MOBILE 2025-11-21");
    }

    private static Billing owing(String euros, int days) {
        return new Billing(Money.euros("35"), null, Money.euros(euros), days);
    }

    private void store(CustomerBuilder customer) {
        database.customers.store(List.of(new CustomerRecord(customer.build(), PersonalData.UNKNOWN, List.of())));
    }

    private List<String> events() {
        return database.jdbc
                .sql("SELECT concat_ws(' ', what, coalesce(category, 'null'), happened_on) FROM customer.life_event")
                .query(String.class)
                .list();
    }
}
