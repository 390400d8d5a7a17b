package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.crosswise.customer.CustomerProfile;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Profiles as they lie in the column {@code profile}: what is unknown is left out. */
final class ProfileJson {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    ProfileJson(ObjectMapper json) {
        reader = json.readerFor(CustomerProfile.class);
        writer = json.copy()
                .setDefaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
                .writer();
    }

    CustomerProfile read(ResultSet row, int number) throws SQLException {
        try {
            return reader.readValue(row.getString("profile"));
        } catch (JsonProcessingException e) {
            throw new SQLException("A stored profile cannot be read", e);
        }
    }

    /** @param profile a whole profile, or some of its members by name, null for one to be removed */
    String write(Object profile) {
        try {
            return writer.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A profile cannot be written as JSON", e);
        }
    }
}
