package io.crosswise.explanation;

import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;

/** What people are told about a decision, through the door they ask at. */
@CrosswiseIT
@Import(Shop.class)
class ExplanationIT {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Shop shop;

    @Test
    void anOfferIsExplainedWithItsValueItsFeaturesAndEveryOtherOffer() {
        JsonNode told = explain(decide("promotion-end", aCustomer().owning(
                holding("MOBILE_S", ServiceCategory.MOBILE, 1), holding("FIBRE_500", ServiceCategory.HBB, 1))), "en");

        assertThat(told.get("headline").asText()).isNotBlank();
        assertThat(told.get("why")).isNotEmpty();
        assertThat(told.get("others").size()).isGreaterThan(5);
        assertThat(told.get("others")).allSatisfy(other -> assertThat(other.get("text").asText()).isNotBlank());
        assertThat(told.get("outcome").asText()).isIn("OFFER", "HELD_OUT");
        assertThat(told.get("features").size()).isBetween(1, 5);
        assertThat(told.at("/offer/value/total").decimalValue()).isPositive();
        if (told.get("outcome").asText().equals("OFFER")) {
            assertThat(told.at("/contact/legalBasis").asText()).isNotBlank();
            assertThat(told.at("/contact/legalText").asText()).isNotBlank();
        }
    }

    @Test
    void aServiceLockedInWouldBePossibleWithLessCommitment() {
        Holding locked = new Holding(
                "MOBILE_S", ServiceCategory.MOBILE, 1, Money.euros("20"), Money.euros("8"), TODAY.minusMonths(2), TODAY.plusMonths(10));
        JsonNode told = explain(
                decide("promotion-end", aCustomer().owning(
                        locked, holding("FIBRE_500", ServiceCategory.HBB, 1), holding("TV_START", ServiceCategory.TV, 1))),
                "en");

        List<JsonNode> lockedIn = others(told, "LOCKED_IN");
        assertThat(lockedIn).isNotEmpty();
        assertThat(lockedIn).anySatisfy(other -> {
            assertThat(other.at("/counterfactual/code").asText()).isEqualTo("commitment");
            assertThat(other.at("/counterfactual/verified").asBoolean()).isTrue();
            assertThat(other.at("/counterfactual/text").asText()).matches(".*with [1-9][0-9]? months? less of commitment on MOBILE_S\\.");
        });
    }

    @Test
    void complaintsStandInTheWayUntilTheyAreFewer() {
        JsonNode told = explain(
                decide("promotion-end", aCustomer().with(new Engagement(30, 3, 2, null, null))), "fr");

        assertThat(told.get("headline").asText()).isEqualTo("Il n’y a pas d’offre en ce moment.");
        assertThat(others(told, "COMPLAINTS")).isNotEmpty().anySatisfy(other -> {
            assertThat(other.get("text").asText()).startsWith("A réclamé deux fois");
            assertThat(other.at("/counterfactual/text").asText()).contains("1 réclamation de moins");
        });
    }

    @Test
    void whoCanBeToldNothingIsToldWhichChannelsAreClosed() {
        CustomerBuilder unreachable = aCustomer();
        Stream.of(ChannelCode.values()).forEach(channel -> unreachable.answering(channel, false));
        String decision = decide("promotion-end", unreachable);
        JsonNode told = explain(decision, "en");

        assertThat(told.has("offer")).isFalse();
        assertThat(told.get("closedChannels")).isNotEmpty().allSatisfy(closed -> {
            assertThat(closed.get("channel").asText()).isNotBlank();
            assertThat(closed.get("text").asText()).isNotBlank();
        });
        assertThat(shop.page("agent", "/decisions/" + decision + "?lang=fr").getBody()).contains("Canaux fermés");
    }

    @Test
    void anAgentReadsItAsAPageAndNobodyElse() {
        String decision = decide("promotion-end", aCustomer());

        ResponseEntity<String> page = shop.page("agent", "/decisions/" + decision + "?lang=fr");

        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody()).contains("lang=\"fr\"", "Pourquoi");
        assertThat(shop.page("scientist", "/decisions/" + decision).getStatusCode().value()).isEqualTo(403);
        assertThat(shop.get("agent", "/api/v1/decisions/D-none/explanation").getStatusCode().value()).isEqualTo(404);
        assertThat(shop.get("agent", "/api/v1/decisions/" + decision + "/explanation?lang=de").getStatusCode().value())
                .isEqualTo(400);
    }

    private String decide(String trigger, CustomerBuilder customer) {
        String id = "EXPLAINED-" + NUMBER.incrementAndGet();
        shop.admit(customer.withId(id).build());
        return shop.trigger("explained-" + id, trigger, id, "{}").getBody().get("decisionId").asText();
    }

    private JsonNode explain(String decision, String lang) {
        ResponseEntity<JsonNode> answer = shop.get("agent", "/api/v1/decisions/" + decision + "/explanation?lang=" + lang);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return answer.getBody();
    }

    private static List<JsonNode> others(JsonNode told, String reason) {
        List<JsonNode> found = new ArrayList<>();
        told.get("others").forEach(other -> {
            if (other.get("reason").asText().equals(reason)) {
                found.add(other);
            }
        });
        return found;
    }
}
