package io.crosswise.outcome.jdbc;

import io.crosswise.customer.FeatureJson;
import io.crosswise.outcome.PastContact;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.UncategorizedSQLException;

/** Turns contacts into COPY rows; the features of a customer's day are written once for all contacts of that day. */
final class PastContactCopy {
    private static final int FLUSH_CHARS = 4_000_000;
    private static final String CONTACTS =
            "COPY outcome.past_contact (campaign, customer_id, category, offer_code, upgrade, channel, hour_band,"
                    + " treated, contacted_on, bought) FROM STDIN";
    private static final String FEATURES = "COPY outcome.past_features (customer_id, as_of, features) FROM STDIN";

    private final CopyManager copy;
    private final StringBuilder contacts = new StringBuilder();
    private final StringBuilder features = new StringBuilder();
    private String lastCustomer;
    private LocalDate lastDay;

    PastContactCopy(Connection connection) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    void add(PastContact contact) {
        String customer = contact.customer().value();
        if (!customer.equals(lastCustomer) || !contact.contactedOn().equals(lastDay)) {
            lastCustomer = customer;
            lastDay = contact.contactedOn();
            features.append(customer).append('\t').append(lastDay).append('\t');
            FeatureJson.append(contact.features(), features);
            features.append('\n');
        }
        // Codes hold no tab, newline or backslash, so that text needs no escaping.
        contacts.append(contact.campaign()).append('\t').append(customer).append('\t');
        contacts.append(contact.category()).append('\t').append(contact.offer()).append('\t');
        contacts.append(contact.upgrade()).append('\t');
        contacts.append(contact.channel() == null ? "\\N" : contact.channel().name())
                .append('\t');
        contacts.append(contact.hour() == null ? "\\N" : contact.hour().number()).append('\t');
        contacts.append(contact.treated())
                .append('\t')
                .append(lastDay)
                .append('\t')
                .append(contact.bought())
                .append('\n');
        if (features.length() + contacts.length() > FLUSH_CHARS) {
            finish();
        }
    }

    void finish() {
        send(FEATURES, features);
        send(CONTACTS, contacts);
    }

    private void send(String statement, StringBuilder rows) {
        try {
            copy.copyIn(statement, new StringReader(rows.toString()));
            rows.setLength(0);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Storing past contacts", statement, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
