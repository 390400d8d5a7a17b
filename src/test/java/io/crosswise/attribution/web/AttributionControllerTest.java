package io.crosswise.attribution.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crosswise.attribution.AttributeSale;
import io.crosswise.attribution.AttributionSettings;
import io.crosswise.attribution.ReportAttribution;
import io.crosswise.attribution.Sale;
import io.crosswise.attribution.Sale.PathTouch;
import io.crosswise.platform.HttpSlice;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

class AttributionControllerTest {
    private static final Instant SOLD = Instant.parse("2026-11-21T09:30:00Z");
    private static final Sale SALE = new Sale(
            new DecisionId("D-1"), SOLD, Money.euros("420"),
            List.of(new PathTouch(SOLD, true, "EMAIL", "O-FIBRE", "B2C_LOYALTY", "promotion-end")));

    private final MockMvc http = HttpSlice.of(new AttributionController(new ReportAttribution(
            (from, to, consumer) -> {
                if (from == null || !SOLD.isBefore(from)) {
                    consumer.accept(SALE);
                }
            },
            new AttributeSale(AttributionSettings.DEFAULTS))));

    @Test
    void answersWhoEarnedWhat() throws Exception {
        http.perform(get("/api/v1/attributions?model=time-decay&by=trigger"))
                .andExpect(status().isOk())
                .andExpect(content().json(
                        """
                        {"model":"time-decay","by":"trigger","from":null,"to":null,
                         "total":{"conversions":1,"revenue":420.00},
                         "credits":[{"key":"promotion-end","conversions":1,"revenue":420.00}]}""",
                        JsonCompareMode.STRICT));
    }

    @Test
    void understandsDaysAndTimestamps() throws Exception {
        http.perform(get("/api/v1/attributions?from=2026-11-21&to=2026-11-22T00:00:00Z"))
                .andExpect(jsonPath("$.from").value("2026-11-21T00:00:00Z"))
                .andExpect(jsonPath("$.total.conversions").value(1));
        http.perform(get("/api/v1/attributions?from=2026-11-22"))
                .andExpect(jsonPath("$.total.conversions").value(0))
                .andExpect(jsonPath("$.credits").isEmpty());
    }

    @Test
    void refusesAnUnknownModelOrPropertyNamingTheKnownOnes() throws Exception {
        http.perform(get("/api/v1/attributions?model=shapley"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("model is one of first, last, linear, time-decay"));
        http.perform(get("/api/v1/attributions?by=weather"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("by is one of channel, offer, segment, trigger"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=soon", "to=2026-13-01", "from=-5000-01-01", "to=%2B99999-01-01", "from=2026-11-22&to=2026-11-21"
            })
    void refusesAPeriodThatIsNone(String period) throws Exception {
        http.perform(get("/api/v1/attributions?" + period))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:crosswise:problem:bad-period"));
    }
}
