package io.crosswise.process;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.catalog.Catalogues;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.Customers;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.decision.Postponement;
import io.crosswise.process.engine.InternalStart;
import io.crosswise.process.present.Presentation;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** {@code present-offer}, stepped by hand: which way each offer goes, and what a person may do to it. */
@CrosswiseIT
@Import(Shop.class)
class PresentOfferProcessTest {
    private static final OfferMade FIBRE = new OfferMade(
            "O-FIBRE-500", "Fibre 500 Mb/s", List.of("FIBRE_500"), Money.euros("35.99"), Money.euros("14.40"),
            Money.euros("2.00"), Money.euros("20.00"), 12, 0, "CROSS_SELL");

    @Autowired
    Shop shop;

    @Autowired
    Customers customers;

    @Autowired
    Catalogues catalogues;

    @Autowired
    Decisions decisions;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void logOut() {
        identity.clearAuthentication();
    }

    @Test
    void anAcceptedMailAddsTheServiceAndTheConversion() {
        Decision decision = present("P-MAIL", ChannelCode.EMAIL, null, OfferState.SCHEDULED);
        assertThat(stateOf(decision)).isEqualTo(OfferState.SCHEDULED);

        runJobs(decision);
        assertThat(stateOf(decision)).isEqualTo(OfferState.PRESENTED);
        assertThat(activities(decision)).containsExactly("timer_offerExpires");

        assertThat(shop.respond("mail-1", decision.decisionId().value(), "ACCEPTED").getBody().get("state").asText())
                .isEqualTo("MATCHED");
        assertThat(stateOf(decision)).isEqualTo(OfferState.ACCEPTED);
        assertThat(customers.find(decision.customerId()).orElseThrow().holdings())
                .extracting(Holding::service)
                .contains("FIBRE_500");
        assertThat(count("outcome.conversion", decision)).isEqualTo(1);
        assertThat(instances(decision)).isZero();
    }

    @Test
    void aSecondAnswerIsParkedAndChangesNothing() {
        Decision decision = present("P-TWICE", ChannelCode.SELF_CARE, null, OfferState.SCHEDULED);
        shop.respond("twice-1", decision.decisionId().value(), "DECLINED");

        assertThat(shop.respond("twice-2", decision.decisionId().value(), "ACCEPTED").getBody().get("reason").asText())
                .isEqualTo("ALREADY_ANSWERED");
        assertThat(stateOf(decision)).isEqualTo(OfferState.DECLINED);
        assertThat(count("outcome.conversion", decision)).isZero();
    }

    @Test
    void whoSaysMaybeLaterEndsTheOfferWithoutRefusingIt() {
        Decision decision = present("P-LATER", ChannelCode.SELF_CARE, null, OfferState.SCHEDULED);

        assertThat(shop.respond("later-1", decision.decisionId().value(), "LATER").getBody().get("state").asText()).isEqualTo("MATCHED");

        assertThat(stateOf(decision)).isEqualTo(OfferState.LATER);
        assertThat(instances(decision)).isZero();
        assertThat(decisions.offerHistory(decision.customerId()).lastRefusal()).isNull();
        assertThat(decisions.offerHistory(decision.customerId()).postponed()).extracting(Postponement::offer)
                .containsExactly(decision.offer().code());
    }

    @Test
    void whoeverTalksToTheCustomerMayNoteMaybeLater() {
        Decision decision = present("P-LATER2", ChannelCode.ACCOUNT_MANAGER, null, OfferState.SCHEDULED);

        complete(taskOf(decision), "manager", Map.of("customerAnswer", "LATER"));

        assertThat(stateOf(decision)).isEqualTo(OfferState.LATER);
        assertThat(instances(decision)).isZero();
    }

    @Test
    void anAnswerBeforeTheMailWentOutCancelsTheMail() {
        Decision decision = present("P-EARLY", ChannelCode.EMAIL, null, OfferState.SCHEDULED);

        shop.respond("early-1", decision.decisionId().value(), "ACCEPTED");

        assertThat(stateOf(decision)).isEqualTo(OfferState.ACCEPTED);
        assertThat(jobs(decision)).isEmpty();
        assertThat(count("channel.touch", decision)).isZero();
    }

    @Test
    void anOptOutBeforeTheMailWentOutCancelsTheOffer() {
        Decision decision = present("P-OPTOUT", ChannelCode.EMAIL, null, OfferState.SCHEDULED);
        customers.recordConsents(decision.customerId(), Map.of(ChannelCode.EMAIL, false));

        runJobs(decision);

        assertThat(stateOf(decision)).isEqualTo(OfferState.CANCELLED);
        assertThat(instances(decision)).isZero();
    }

    @Test
    void anOptOutEndsAtOnceWhatIsAboutToContactTheCustomer() {
        Decision mail = present("P-OUT-MAIL", ChannelCode.EMAIL, null, OfferState.SCHEDULED);
        Decision call = present("P-OUT-CALL", ChannelCode.CALL_CENTRE, null, OfferState.SCHEDULED);
        Task task = taskOf(call);

        assertThat(refuse("P-OUT-MAIL", "EMAIL").getStatusCode().value()).isEqualTo(200);
        assertThat(refuse("P-OUT-CALL", "CALL_CENTRE").getStatusCode().value()).isEqualTo(200);

        assertThat(stateOf(mail)).isEqualTo(OfferState.CANCELLED);
        assertThat(jobs(mail)).isEmpty();
        assertThat(stateOf(call)).isEqualTo(OfferState.CANCELLED);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        JsonNode suppressed = shop.get("agent", "/api/v1/suppressed-contacts?customerId=P-OUT-CALL").getBody();
        assertThat(suppressed.get("total").asInt()).isEqualTo(1);
        assertThat(suppressed.at("/items/0/reason").asText()).isEqualTo("OPTED_OUT");
        assertThat(suppressed.at("/items/0/when").asText()).isEqualTo("SENDING");
    }

    @Test
    void anOptOutFromAnotherChannelChangesNothing() {
        Decision mail = present("P-OUT-OTHER", ChannelCode.EMAIL, null, OfferState.SCHEDULED);

        refuse("P-OUT-OTHER", "SMS");

        assertThat(stateOf(mail)).isEqualTo(OfferState.SCHEDULED);
        assertThat(jobs(mail)).hasSize(1);
    }

    @Test
    void whatWasSaidToSomebodyWhoHadOptedOutCountsForNothing() {
        Decision call = present("P-VOID", ChannelCode.CALL_CENTRE, null, OfferState.SCHEDULED);
        customers.recordConsents(call.customerId(), Map.of(ChannelCode.CALL_CENTRE, false));

        complete(taskOf(call), "agent", Map.of("customerAnswer", "ACCEPTED"));

        assertThat(stateOf(call)).isEqualTo(OfferState.CANCELLED);
        assertThat(count("outcome.conversion", call)).isZero();
        assertThat(instances(call)).isZero();
    }

    @Test
    void nobodyIsAskedToCallACustomerWhoOptedOutDuringTheApproval() {
        Decision call = present("P-LATE", ChannelCode.ACCOUNT_MANAGER, null, OfferState.AWAITING_APPROVAL);
        customers.recordConsents(call.customerId(), Map.of(ChannelCode.ACCOUNT_MANAGER, false));

        complete(taskOf(call), "manager", Map.of("answer", "APPROVE", "discount", 1));

        assertThat(stateOf(call)).isEqualTo(OfferState.CANCELLED);
        assertThat(instances(call)).isZero();
    }

    @Test
    void selfCareShowsNothingToACustomerWhoWantsNoOffersThere() {
        shop.admit(aCustomer().withId("P-HIDE").answering(ChannelCode.SELF_CARE, false).build());
        Decision hidden = presentTo("P-HIDE", ChannelCode.SELF_CARE, null, OfferState.SCHEDULED);

        assertThat(stateOf(hidden)).isEqualTo(OfferState.CANCELLED);
        assertThat(shop.get("agent", "/api/v1/customers/P-HIDE/offers").getBody().get("total").asInt()).isZero();
    }

    @Test
    void aCallWaitsForTheHourToo() {
        Decision call = present("P-TOO-EARLY", ChannelCode.CALL_CENTRE, Instant.now().plusSeconds(3600), OfferState.SCHEDULED);

        assertThat(activities(call)).containsExactly("timer_notBefore");
        runJobs(call);
        assertThat(activities(call)).containsExactly("userTask_contactCustomer");
    }

    @Test
    void selfCareShowsTheOfferAtOnceAndItExpires() {
        Decision decision = present("P-SELF", ChannelCode.SELF_CARE, null, OfferState.SCHEDULED);
        assertThat(stateOf(decision)).isEqualTo(OfferState.PRESENTED);
        assertThat(shop.get("agent", "/api/v1/customers/P-SELF/offers").getBody().toString())
                .contains(decision.decisionId().value());

        runJobs(decision);

        assertThat(stateOf(decision)).isEqualTo(OfferState.EXPIRED);
        assertThat(instances(decision)).isZero();
    }

    @Test
    void quietHoursHoldTheMailBack() {
        Decision decision = present("P-QUIET", ChannelCode.EMAIL, Instant.now().plusSeconds(3600), OfferState.SCHEDULED);

        assertThat(activities(decision)).containsExactly("timer_notBefore");
        assertThat(count("channel.touch", decision)).isZero();
    }

    @Test
    void theManagerApprovesAndThenTalksToTheCustomer() {
        Decision decision = present("P-BOSS", ChannelCode.ACCOUNT_MANAGER, null, OfferState.AWAITING_APPROVAL);
        Task approval = taskOf(decision);
        assertThat(tasks.getVariablesLocal(approval.getId())).containsKeys("customer", "offer", "why", "playbook", "maxDiscount");

        complete(approval, "manager", Map.of("answer", "APPROVE", "discount", 3.5));
        assertThat(stateOf(decision)).isEqualTo(OfferState.SCHEDULED);
        assertThat(decisions.find(decision.decisionId()).orElseThrow().discount()).isEqualTo(Money.euros("3.50"));

        complete(taskOf(decision), "manager", Map.of("customerAnswer", "ACCEPTED"));
        assertThat(stateOf(decision)).isEqualTo(OfferState.ACCEPTED);
        assertThat(jdbc.sql("SELECT monthly_net_price FROM outcome.conversion WHERE decision_id = ?")
                        .param(decision.decisionId().value())
                        .query(java.math.BigDecimal.class)
                        .single())
                .isEqualByComparingTo("32.49");
    }

    @Test
    void aDiscountOutOfRangeIsRefusedAndTheTaskStaysOpen() {
        Decision decision = present("P-RANGE", ChannelCode.ACCOUNT_MANAGER, null, OfferState.AWAITING_APPROVAL);
        Task approval = taskOf(decision);

        assertThatThrownBy(() -> complete(approval, "manager", Map.of("answer", "APPROVE", "discount", 20.01)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("between 0.00 and 20.00");
        assertThatThrownBy(() -> complete(approval, "manager", Map.of("answer", "DECLINE", "discount", 1)))
                .hasMessageContaining("why");

        assertThat(taskOf(decision).getId()).isEqualTo(approval.getId());
        assertThat(stateOf(decision)).isEqualTo(OfferState.AWAITING_APPROVAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void engineRestAnswersADiscountOutOfRangeWithASentence(String door) {
        Decision decision = present("P-REST-" + door, ChannelCode.ACCOUNT_MANAGER, null, OfferState.AWAITING_APPROVAL);
        Task approval = taskOf(decision);
        String path = "/engine-rest/task/" + approval.getId() + "/" + door;
        String form = "{\"variables\":{\"answer\":{\"value\":\"APPROVE\"},\"discount\":{\"value\":%s,\"type\":\"Double\"}}}";

        ResponseEntity<JsonNode> refused = shop.post("manager", path, form.formatted("99"));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().get("message").asText()).contains("between 0.00 and 20.00");
        assertThat(taskOf(decision).getId()).isEqualTo(approval.getId());

        assertThat(shop.post("manager", path, form.formatted("4.5")).getStatusCode().value()).isEqualTo(204);
        assertThat(decisions.find(decision.decisionId()).orElseThrow().discount()).isEqualTo(Money.euros("4.50"));
    }

    @Test
    void aLargeDiscountNeedsSomebodyElse() {
        Decision decision = present("P-LARGE", ChannelCode.ACCOUNT_MANAGER, null, OfferState.AWAITING_APPROVAL);
        complete(taskOf(decision), "manager", Map.of("answer", "APPROVE", "discount", 15));

        Task second = taskOf(decision);
        assertThat(tasks.createTaskQuery().taskCandidateGroup("approver").taskId(second.getId()).count()).isEqualTo(1);
        assertThatThrownBy(() -> completeAs(second, "manager", List.of("approver"), Map.of("answer", "APPROVE", "discount", 15)))
                .hasMessageContaining("own request");

        complete(second, "approver", Map.of("answer", "APPROVE", "discount", 15));
        assertThat(stateOf(decision)).isEqualTo(OfferState.SCHEDULED);
    }

    @Test
    void aDeclinedApprovalWithdrawsTheOfferAndKeepsTheReason() {
        Decision decision = present("P-NO", ChannelCode.ACCOUNT_MANAGER, null, OfferState.AWAITING_APPROVAL);

        complete(taskOf(decision), "manager", Map.of("answer", "DECLINE", "discount", 2, "reason", "Merger under way"));

        assertThat(stateOf(decision)).isEqualTo(OfferState.CANCELLED);
        assertThat(jdbc.sql("SELECT reason FROM approval.review WHERE decision_id = ?")
                        .param(decision.decisionId().value())
                        .query(String.class)
                        .single())
                .isEqualTo("Merger under way");
        assertThat(instances(decision)).isZero();
    }

    @Test
    void theEngineKeepsIdsAndFlagsOnly() {
        Decision waiting = present("P-VARS", ChannelCode.EMAIL, null, OfferState.SCHEDULED);
        Decision tasked = present("P-VARS2", ChannelCode.ACCOUNT_MANAGER, null, OfferState.AWAITING_APPROVAL);
        complete(taskOf(tasked), "manager", Map.of("answer", "APPROVE", "discount", 1));

        assertThat(jdbc.sql("SELECT DISTINCT name_ FROM act_ru_variable WHERE task_id_ IS NULL").query(String.class).list())
                .isSubsetOf("triggerId", "customerId", "decisionId", "channel", "approvalRole", "notBefore", "requestedBy", "queuedUntil");
        assertThat(jdbc.sql("SELECT DISTINCT type_ FROM act_ru_variable").query(String.class).list())
                .isSubsetOf("string", "date", "double", "integer", "boolean");
        assertThat(jdbc.sql("SELECT count(*) FROM act_hi_varinst").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM act_hi_detail").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM act_ge_bytearray WHERE deployment_id_ IS NULL").query(Long.class).single())
                .isZero();
        assertThat(instances(waiting)).isEqualTo(1);
    }

    private Decision present(String customer, ChannelCode channel, Instant notBefore, OfferState state) {
        shop.admit(aCustomer().withId(customer).build());
        return presentTo(customer, channel, notBefore, state);
    }

    private ResponseEntity<JsonNode> refuse(String customer, String channel) {
        return shop.exchange(
                "agent", HttpMethod.PUT, "/api/v1/customers/" + customer + "/consents", "{\"" + channel + "\":false}", Map.of());
    }

    private Decision presentTo(String customer, ChannelCode channel, Instant notBefore, OfferState state) {
        Decision decision = aDecision()
                .withId("D-" + customer)
                .about(customer)
                .offering(FIBRE)
                .on(channel)
                .soldFrom(catalogues.current().version())
                .in(state)
                .build();
        String approvalRole = state == OfferState.AWAITING_APPROVAL ? "manager" : null;
        transaction.executeWithoutResult(status -> {
            decisions.record(decision, null, state);
            runtime.createProcessInstanceByKey("present-offer")
                    .setVariable(ProcessVariables.DECISION_ID.name(), decision.decisionId().value())
                    .setVariable(ProcessVariables.CUSTOMER_ID.name(), customer)
                    .setVariable(
                            ProcessVariables.PRESENTATION.name(),
                            ProcessVariables.PRESENTATION.typed(new Presentation(channel, approvalRole, notBefore)))
                    .setVariable(InternalStart.MARKER, InternalStart.value())
                    .execute();
        });
        return decision;
    }

    private void complete(Task task, String user, Map<String, Object> form) {
        completeAs(task, user, List.of(user), form);
    }

    private void completeAs(Task task, String user, List<String> groups, Map<String, Object> form) {
        identity.setAuthentication(user, groups);
        try {
            tasks.complete(task.getId(), form);
        } finally {
            identity.clearAuthentication();
        }
    }

    private OfferState stateOf(Decision decision) {
        return decisions.find(decision.decisionId()).orElseThrow().state();
    }

    private Task taskOf(Decision decision) {
        return tasks.createTaskQuery()
                .processVariableValueEquals(ProcessVariables.DECISION_ID.name(), decision.decisionId().value())
                .singleResult();
    }

    private List<String> activities(Decision decision) {
        return runtime.getActiveActivityIds(instance(decision));
    }

    private String instance(Decision decision) {
        return runtime.createProcessInstanceQuery()
                .variableValueEquals(ProcessVariables.DECISION_ID.name(), decision.decisionId().value())
                .singleResult()
                .getId();
    }

    private long instances(Decision decision) {
        return runtime.createProcessInstanceQuery()
                .variableValueEquals(ProcessVariables.DECISION_ID.name(), decision.decisionId().value())
                .count();
    }

    private List<Job> jobs(Decision decision) {
        return management.createJobQuery()
                .processDefinitionKey("present-offer")
                .list()
                .stream()
                .filter(job -> runtime.createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .variableValueEquals(ProcessVariables.DECISION_ID.name(), decision.decisionId().value())
                                .count()
                        > 0)
                .toList();
    }

    private void runJobs(Decision decision) {
        jobs(decision).forEach(job -> management.executeJob(job.getId()));
    }

    private long count(String table, Decision decision) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE decision_id = ?")
                .param(decision.decisionId().value())
                .query(Long.class)
                .single();
    }
}
