package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.DataQualityReport;
import io.crosswise.customer.ImportedCustomers;
import io.crosswise.customer.jdbc.CustomerRows.HashedRecord;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores what an import read beside the hash of the lines it was read from. */
public final class JdbcImportedCustomers implements ImportedCustomers {
    private final JdbcClient jdbc;
    private final CustomerRows rows;
    private final ObjectMapper json;
    private final Clock clock;
    private final Supplier<String> whoActs;

    public JdbcImportedCustomers(
            JdbcClient jdbc, CustomerRows rows, ObjectMapper json, Clock clock, Supplier<String> whoActs) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
        this.whoActs = whoActs;
    }

    @Override
    public int storeChanged(Map<CustomerRecord, String> customers) {
        Map<String, String> stored = hashes(customers.keySet().stream()
                .map(customer -> customer.profile().id().value())
                .toArray(String[]::new));
        List<HashedRecord> changed = customers.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(stored.get(entry.getKey().profile().id().value())))
                .map(entry -> new HashedRecord(entry.getKey(), entry.getValue()))
                .toList();
        rows.write(changed);
        return customers.size() - changed.size();
    }

    private Map<String, String> hashes(String[] ids) {
        Map<String, String> hashes = new HashMap<>();
        jdbc.sql("SELECT id, source_hash FROM customer.customer WHERE id = ANY (?)")
                .param(ids)
                .query(row -> {
                    hashes.put(row.getString("id"), row.getString("source_hash"));
                });
        return hashes;
    }

    @Override
    public String log(DataQualityReport report) {
        try {
            return jdbc.sql("INSERT INTO customer.import_run (mapping, imported_at, imported_by, report)"
                            + " VALUES (?, ?, ?, ?::jsonb) RETURNING id::text")
                    .params(report.mapping(), OffsetDateTime.now(clock), whoActs.get(), json.writeValueAsString(report))
                    .query(String.class)
                    .single();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The report cannot be written as JSON", e);
        }
    }
}
