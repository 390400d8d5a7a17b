package io.crosswise.process;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An offer that a contact cap holds back waits for its window, and is decided again when it opens. */
@CrosswiseIT
@Import(Shop.class)
class WaitForWindowProcessTest {
    @Autowired
    Shop shop;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theBestOfferWaitsAndANewDecisionTakesThePlaceOfTheOld() {
        JsonNode first = decideWithAFullWeek("W-1", "window-1");

        assertThat(first.get("outcome").asText()).isEqualTo("NO_OFFER");
        assertThat(first.at("/reason/code").asText()).isEqualTo("CAP_7_DAYS");
        assertThat(first.at("/queued/channel").asText()).isEqualTo("EMAIL");
        assertThat(first.at("/queued/offer").asText()).isNotBlank();
        assertThat(Instant.parse(first.at("/queued/until").asText())).isAfter(Instant.now());
        assertThat(first.get("state").asText()).isEqualTo("CLOSED");

        aWeekPasses("W-1");
        management.executeJob(timerOf("W-1").getId());

        JsonNode old = shop.get("marketer", "/api/v1/decisions/" + first.get("decisionId").asText()).getBody();
        String successor = old.get("supersededBy").asText();
        JsonNode second = shop.get("marketer", "/api/v1/decisions/" + successor).getBody();
        assertThat(successor).isEqualTo(first.get("decisionId").asText() + ".2");
        assertThat(second.get("supersedes")).isEqualTo(first.get("decisionId"));
        assertThat(second.get("outcome").asText()).isEqualTo("OFFER");
        assertThat(second.at("/channel/code").asText()).isEqualTo("EMAIL");
        assertThat(second.at("/channel/legalBasis/code").asText()).isEqualTo("CONSENT");
        assertThat(old.at("/queued")).as("the first record stays as it was").isEqualTo(first.at("/queued"));
        assertThat(shop.get("integration", "/api/v1/triggers/" + first.get("triggerId").asText()).getBody().get("decisionId").asText())
                .isEqualTo(successor);
        assertThat(again("window-1", "W-1").get("decisionId").asText()).isEqualTo(successor);
        assertThat(waiting("W-1")).isZero();
    }

    @Test
    void whileTheWindowIsShutTheOfferKeepsWaiting() {
        JsonNode first = decideWithAFullWeek("W-2", "window-2");

        management.executeJob(timerOf("W-2").getId());

        JsonNode second = shop.get("marketer", "/api/v1/decisions/" + first.get("decisionId").asText() + ".2").getBody();
        assertThat(second.get("outcome").asText()).isEqualTo("NO_OFFER");
        assertThat(second.at("/queued/until")).isEqualTo(first.at("/queued/until"));
        assertThat(waiting("W-2")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT DISTINCT name_ FROM act_ru_variable v JOIN act_ru_job j ON j.process_instance_id_ = v.proc_inst_id_"
                                + " WHERE j.id_ = ?")
                        .param(timerOf("W-2").getId())
                        .query(String.class)
                        .list())
                .as("all that a restart needs")
                .containsExactlyInAnyOrder("triggerId", "customerId", "decisionId", "queuedUntil");
    }

    @Test
    void anotherOfferMadeInTheMeantimeEndsTheWait() {
        JsonNode first = decideWithAFullWeek("W-3", "window-3");
        aWeekPasses("W-3");
        JsonNode other = shop.trigger("window-3b", "promotion-end", "W-3", "{}").getBody();
        assertThat(other.get("outcome").asText()).isEqualTo("OFFER");

        management.executeJob(timerOf("W-3").getId());

        JsonNode second = shop.get("marketer", "/api/v1/decisions/" + first.get("decisionId").asText() + ".2").getBody();
        assertThat(second.get("outcome").asText()).isEqualTo("NO_OFFER");
        assertThat(second.at("/reason/code").asText()).isEqualTo("OFFER_OPEN");
        assertThat(waiting("W-3")).isZero();
    }

    @Test
    void ofTwoThatWaitForTheSameWindowOneSpeaks() {
        decideWithAFullWeek("W-4", "window-4");
        shop.trigger("window-4b", "promotion-end", "W-4", "{}");
        assertThat(waiting("W-4")).isEqualTo(2);
        aWeekPasses("W-4");
        jdbc.sql("UPDATE decision.waiting SET until = now() - interval '1 minute' WHERE customer_id = 'W-4'").update();

        timersOf("W-4").forEach(timer -> management.executeJob(timer.getId()));

        assertThat(jdbc.sql("SELECT count(*) FROM decision.offer WHERE customer_id = 'W-4'").query(Long.class).single()).isEqualTo(1);
        assertThat(waiting("W-4")).isZero();
    }

    @Test
    void anOptOutGivesTheWaitUpAtOnce() {
        JsonNode first = decideWithAFullWeek("W-5", "window-5");

        shop.exchange("agent", HttpMethod.PUT, "/api/v1/customers/W-5/consents", "{\"EMAIL\":false}", Map.of());

        assertThat(timersOf("W-5")).isEmpty();
        assertThat(waiting("W-5")).isZero();
        JsonNode suppressed = shop.get("marketer", "/api/v1/suppressed-contacts?customerId=W-5").getBody();
        assertThat(suppressed.get("items").findValuesAsText("reason")).contains("OPTED_OUT", "CAP_7_DAYS");
        assertThat(shop.get("marketer", "/api/v1/suppressed-contacts?customerId=W-5&reason=OPTED_OUT")
                        .getBody()
                        .at("/items/0/decisionId"))
                .isEqualTo(first.get("decisionId"));
    }

    @Test
    void aCancelledProcessLeavesNoWaitBehind() {
        decideWithAFullWeek("W-6", "window-6");

        runtime.deleteProcessInstance(timerOf("W-6").getProcessInstanceId(), "cancelled by an operator");

        assertThat(waiting("W-6")).isZero();
    }

    @Test
    void aWithdrawalToldToTheProcessAloneEndsTheWaitToo() {
        decideWithAFullWeek("W-7", "window-7");

        runtime.createMessageCorrelation("contact-withdrawn").processInstanceId(timerOf("W-7").getProcessInstanceId()).correlate();

        assertThat(timersOf("W-7")).isEmpty();
        assertThat(waiting("W-7")).isZero();
    }

    /** Wants e-mails only, and got one two days ago. */
    private JsonNode decideWithAFullWeek(String customer, String event) {
        shop.admit(aCustomer()
                .withId(customer)
                .owning(holding("MOBILE_S", ServiceCategory.MOBILE, 1))
                .answering(ChannelCode.SELF_CARE, false)
                .answering(ChannelCode.SMS, false)
                .answering(ChannelCode.CALL_CENTRE, false)
                .build());
        jdbc.sql("""
                        INSERT INTO channel.touch (decision_id, customer_id, channel, state, idempotency_key, at, sent_at)
                        VALUES ('earlier-' || :customer, :customer, 'EMAIL', 'SENT', 'earlier-' || :customer, :at, :at)""")
                .param("customer", customer)
                .param("at", java.sql.Timestamp.from(Instant.now().minus(Duration.ofDays(2))))
                .update();
        return shop.trigger(event, "promotion-end", customer, "{}").getBody();
    }

    private void aWeekPasses(String customer) {
        jdbc.sql("UPDATE channel.touch SET at = at - interval '7 days', sent_at = sent_at - interval '7 days' WHERE customer_id = ?")
                .param(customer)
                .update();
    }

    private JsonNode again(String event, String customer) {
        return shop.trigger(event, "promotion-end", customer, "{}").getBody();
    }

    private Job timerOf(String customer) {
        return timersOf(customer).get(0);
    }

    private List<Job> timersOf(String customer) {
        List<String> instances = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("wait-for-window")
                .variableValueEquals("customerId", customer)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
        return management.createJobQuery().timers().processDefinitionKey("wait-for-window").list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .toList();
    }

    private long waiting(String customer) {
        return jdbc.sql("SELECT count(*) FROM decision.waiting WHERE customer_id = ? AND ended_at IS NULL")
                .param(customer)
                .query(Long.class)
                .single();
    }
}
