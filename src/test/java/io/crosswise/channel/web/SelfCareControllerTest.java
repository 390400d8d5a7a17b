package io.crosswise.channel.web;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crosswise.channel.ListOffers;
import io.crosswise.channel.MemoryTouches;
import io.crosswise.customer.PersonalData;
import io.crosswise.decision.OfferState;
import io.crosswise.platform.HttpSlice;
import io.crosswise.shared.ChannelCode;
import io.crosswise.testing.MemoryCustomers;
import io.crosswise.testing.MemoryDecisions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class SelfCareControllerTest {
    private final MockMvc http = HttpSlice.of(new SelfCareController(new ListOffers(
            new MemoryDecisions().with(aDecision().on(ChannelCode.SELF_CARE).in(OfferState.PRESENTED).withState()),
            new MemoryCustomers().with(aCustomer().build(), PersonalData.UNKNOWN),
            new MemoryTouches(),
            Duration.ofDays(14))));

    @Test
    void showsTheOffersACustomerCanAnswer() throws Exception {
        http.perform(get("/api/v1/customers/C-000042/offers"))
                .andExpect(status().isOk())
                .andExpect(content().json(
                        """
                        {"items":[{"decisionId":"D-1","code":"O-FIBRE","name":"Fibre","services":["FIBRE_500"],
                          "monthlyPrice":40.00,"discount":5.00,"contractMonths":12,"trialDays":0,
                          "validUntil":"2026-12-05T09:30:00Z"}],"page":0,"total":1}"""));
    }

    @Test
    void knowsWhoIsNoCustomer() throws Exception {
        for (String nobody : new String[] {"C-999999", "not%20an%20id"}) {
            http.perform(get("/api/v1/customers/" + nobody + "/offers"))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.type").value("urn:crosswise:problem:unknown-customer"));
        }
    }
}
