package io.crosswise.channel.jdbc;

import io.crosswise.channel.OfferMail;
import io.crosswise.customer.Erasure;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a touch reached, and copies of letters that are still at hand. */
@Component
class JdbcTouchErasure implements Erasure {
    private final JdbcClient jdbc;
    private final OfferMail mail;

    JdbcTouchErasure(JdbcClient jdbc, OfferMail mail) {
        this.jdbc = jdbc;
        this.mail = mail;
    }

    @Override
    public void erase(CustomerId customer, CustomerId nobody, Instant at) {
        List<String> letters = jdbc.sql("UPDATE channel.touch SET customer_id = ? WHERE customer_id = ? RETURNING idempotency_key")
                .params(nobody.value(), customer.value())
                .query(String.class)
                .list();
        letters.forEach(mail::forget);
    }
}
