package io.crosswise.customer.jdbc;

import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.customer.UsageHistory;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the months of one customer from {@code customer.usage_month}. */
public final class JdbcUsageHistory implements UsageHistory {
    private final JdbcClient jdbc;

    public JdbcUsageHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MonthlyUsage> months(CustomerId id) {
        return jdbc.sql("SELECT * FROM customer.usage_month WHERE customer_id = ? ORDER BY month")
                .param(id.value())
                .query(JdbcUsageHistory::month)
                .list();
    }

    private static MonthlyUsage month(ResultSet row, int number) throws SQLException {
        BigDecimal billed = row.getBigDecimal("billed");
        return new MonthlyUsage(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("data_gb", Double.class),
                row.getObject("data_allowance_gb", Double.class),
                row.getObject("voice_minutes", Double.class),
                row.getObject("tv_hours", Double.class),
                billed == null ? null : new Money(billed));
    }
}
