package io.crosswise.outcome.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.outcome.PastContact;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.TestPostgres;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPastCampaignsIT {
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);

    private final DataSource database = TestPostgres.migratedDatabase();
    private final JdbcPastCampaigns campaigns = new JdbcPastCampaigns(database, new ObjectMapper());

    @Test
    void whatWasStoredComesBackByCustomerAndDate() {
        PastContact first = contact("TV-1", "C-1", SPRING, true, Map.of("age", 41.0, "arpu", 35.99));
        PastContact control = contact("HBB-1", "C-1", SUMMER, false, Map.of("age", 41.0, "data_trend", -1.0E-4));
        PastContact other = contact("TV-1", "C-2", SPRING, true, Map.of());

        campaigns.store(Stream.of(other, first, control));

        try (Stream<PastContact> stored = campaigns.stream()) {
            assertThat(stored).containsExactly(first, control, other);
        }
        assertThat(campaigns.count()).isEqualTo(3);
    }

    @Test
    void featuresOfADayAreKeptOnce() {
        Map<String, Double> features = Map.of("age", 41.0);

        campaigns.store(Stream.of(
                contact("TV-1", "C-1", SPRING, true, features), contact("HBB-1", "C-1", SPRING, true, features)));

        assertThat(JdbcClient.create(database)
                        .sql("SELECT count(*) FROM outcome.past_features")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void storesManyInPortions() {
        campaigns.store(IntStream.range(0, 60_000)
                .mapToObj(i -> contact("TV-1", "C-" + i, SPRING, true, Map.of("a_long_feature_name", i / 7.0))));

        assertThat(campaigns.count()).isEqualTo(60_000);
        try (Stream<PastContact> stored = campaigns.stream()) {
            assertThat(stored.filter(it -> it.customer().value().equals("C-59999"))
                            .findFirst()
                            .orElseThrow()
                            .features())
                    .containsEntry("a_long_feature_name", 59_999 / 7.0);
        }
    }

    @Test
    void refusesAContactItHoldsAlready() {
        campaigns.store(Stream.of(contact("TV-1", "C-1", SPRING, true, Map.of())));

        assertThatThrownBy(() -> campaigns.store(Stream.of(contact("TV-1", "C-1", SUMMER, true, Map.of()))))
                .isInstanceOf(DataAccessException.class);
        assertThat(campaigns.count()).isEqualTo(1);
    }

    private static PastContact contact(
            String campaign, String customer, LocalDate on, boolean treated, Map<String, Double> features) {
        ChannelCode channel = treated ? ChannelCode.EMAIL : null;
        HourBand hour = treated ? HourBand.EVENING : null;
        return new PastContact(
                campaign, new CustomerId(customer), ServiceCategory.TV, "O-TV", true, channel, hour, treated, on, true, features);
    }
}
