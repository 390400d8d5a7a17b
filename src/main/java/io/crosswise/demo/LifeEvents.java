package io.crosswise.demo;

import io.crosswise.customer.LifeEvent;
import io.crosswise.customer.LifeEvent.What;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what happened to one simulated customer since the history begins. */
final class LifeEvents {
    private final SimulatedCustomer customer;
    private final LocalDate anchor;
    private final Stream.Builder<LifeEvent> events = Stream.builder();

    private LifeEvents(SimulatedCustomer customer, LocalDate anchor) {
        this.customer = customer;
        this.anchor = anchor;
    }

    /** By date. */
    static Stream<LifeEvent> of(SimulatedCustomer customer, LocalDate anchor) {
        LifeEvents told = new LifeEvents(customer, anchor);
        for (int month = Campaign.HISTORY_MONTHS - 1; month >= 0 && !customer.goneAt(month); month--) {
            told.tell(month);
        }
        customer.left().ifPresent(gone -> told.add(What.LEFT, null, gone));
        customer.contacts().forEach(told::purchases);
        return told.events.build().sorted(Comparator.comparing(LifeEvent::on).thenComparing(LifeEvent::what));
    }

    /** What showed at the turn and not at the one before. */
    private void tell(int month) {
        if (customer.presentAt(month + 1)) {
            Set<ServiceCategory> dropped = held(month + 1);
            dropped.removeAll(held(month));
            dropped.forEach(category -> add(What.DROPPED, category, month));
        }
        if (customer.lateAt(month) && !customer.lateAt(month + 1)) {
            add(What.IN_ARREARS, null, month);
        }
        if (customer.refersAt(month)) {
            add(What.REFERRED, null, month);
        }
    }

    private Set<ServiceCategory> held(int month) {
        Set<ServiceCategory> held = EnumSet.noneOf(ServiceCategory.class);
        customer.heldAt(month).forEach(spell -> held.add(spell.offer().category()));
        return held;
    }

    private void purchases(int month, List<Contact> wave) {
        wave.stream().filter(Contact::bought).forEach(contact -> events.add(new LifeEvent(
                customer.id(),
                contact.upgrade() ? What.UPGRADED : What.BOUGHT,
                contact.offer().category(),
                customer.boughtOn(contact.offer(), month).on(anchor))));
    }

    /** @param month turn of the month before which it happened */
    private void add(What what, ServiceCategory category, int month) {
        Moment day = Moment.drawn(customer.dice(), "day-of-" + what + category, month + 1);
        events.add(new LifeEvent(customer.id(), what, category, day.on(anchor)));
    }
}
