package io.crosswise.decision.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crosswise.decision.Influence;
import io.crosswise.decision.OpportunityCosts;
import io.crosswise.decision.OpportunityCosts.Cost;
import io.crosswise.decision.OpportunityCosts.Total;
import io.crosswise.platform.HttpSlice;
import io.crosswise.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

class OpportunityCostControllerTest {
    private final MockMvc http = HttpSlice.of(new OpportunityCostController((by, from, to) -> new OpportunityCosts(
            new Total(2, Money.euros("50")),
            List.of(new Cost(by.slug() + "_x", Influence.RULE, "ELIGIBILITY", "WHY", 2, Money.euros("50"))))));

    @Test
    void answersWhatEachRowCosts() throws Exception {
        http.perform(get("/api/v1/opportunity-costs?by=rule&from=2026-11-01"))
                .andExpect(status().isOk())
                .andExpect(content().json(
                        """
                        {"by":"rule","from":"2026-11-01T00:00:00Z","to":null,
                         "total":{"decisions":2,"euros":50.00},
                         "costs":[{"key":"rule_x","kind":"RULE","stage":"ELIGIBILITY","reason":"WHY","decisions":2,"euros":50.00}]}""",
                        JsonCompareMode.STRICT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "lever", "offer", "segment"})
    void groupsByAnyOfFour(String by) throws Exception {
        http.perform(get("/api/v1/opportunity-costs?by=" + by)).andExpect(jsonPath("$.costs[0].key").value(by + "_x"));
    }

    @Test
    void refusesWhatItCannotGroupByAndAPeriodThatIsNone() throws Exception {
        http.perform(get("/api/v1/opportunity-costs?by=weather"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("by is one of rule, lever, offer, segment"));
        http.perform(get("/api/v1/opportunity-costs?from=2026-11-22&to=2026-11-21"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:crosswise:problem:bad-period"));
    }
}
