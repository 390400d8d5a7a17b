package io.crosswise.process;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.catalog.Catalogues;
import io.crosswise.channel.ChannelSettings;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.process.engine.InternalStart;
import io.crosswise.process.present.Presentation;
import io.crosswise.shared.ChannelCode;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** An offer that is committed but not yet sent: the job that sends it outlives failures, and the letter goes out once. */
@CrosswiseIT
@Import(Shop.class)
class DispatchRetriedProcessTest {
    @Autowired
    Shop shop;

    @Autowired
    Catalogues catalogues;

    @Autowired
    Decisions decisions;

    @Autowired
    ChannelSettings channel;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLetterThatCouldNotBeFiledIsTriedAgainAndGoesOutOnce() throws IOException {
        Decision decision = committedOffer("R-1");
        Job dispatch = jobOf(decision);

        withoutOutbox(() -> assertThatThrownBy(() -> management.executeJob(dispatch.getId()))
                .hasRootCauseInstanceOf(IOException.class));
        assertThat(stateOf(decision)).isEqualTo(OfferState.SCHEDULED);
        assertThat(lettersOf(decision)).isZero();
        assertThat(jobOf(decision).getId()).isEqualTo(dispatch.getId());
        assertThat(jobOf(decision).getRetries()).isPositive();

        management.executeJob(dispatch.getId());
        assertThat(stateOf(decision)).isEqualTo(OfferState.PRESENTED);
        assertThat(lettersOf(decision)).isEqualTo(1);
        assertThat(touchesOf(decision)).isEqualTo("SENT");
        assertThat(management.createJobQuery().jobId(dispatch.getId()).count()).isZero();
    }

    private Decision committedOffer(String customer) {
        shop.admit(aCustomer().withId(customer).build());
        Decision decision = aDecision()
                .withId("D-" + customer)
                .about(customer)
                .on(ChannelCode.EMAIL)
                .soldFrom(catalogues.current().version())
                .build();
        transaction.executeWithoutResult(status -> {
            decisions.record(decision, null, OfferState.SCHEDULED);
            runtime.createProcessInstanceByKey("present-offer")
                    .setVariable(ProcessVariables.DECISION_ID.name(), decision.decisionId().value())
                    .setVariable(ProcessVariables.CUSTOMER_ID.name(), customer)
                    .setVariable(
                            ProcessVariables.PRESENTATION.name(),
                            ProcessVariables.PRESENTATION.typed(new Presentation(ChannelCode.EMAIL, null, null)))
                    .setVariable(InternalStart.MARKER, InternalStart.value())
                    .execute();
        });
        return decision;
    }

    /** A file in the place of the folder stops even a user who may write everywhere. */
    private void withoutOutbox(Runnable work) throws IOException {
        Path outbox = outbox();
        Path aside = outbox.resolveSibling(outbox.getFileName() + "-aside");
        Files.move(outbox, aside);
        Files.createFile(outbox);
        try {
            work.run();
        } finally {
            Files.delete(outbox);
            Files.move(aside, outbox);
        }
    }

    private Path outbox() {
        return Path.of(channel.outbox());
    }

    private long lettersOf(Decision decision) {
        try (Stream<Path> files = Files.list(outbox())) {
            return files.filter(file -> file.getFileName().toString().startsWith(decision.decisionId().value() + "."))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String touchesOf(Decision decision) {
        return jdbc.sql("SELECT string_agg(state, ',') FROM channel.touch WHERE decision_id = ?")
                .param(decision.decisionId().value())
                .query(String.class)
                .single();
    }

    private OfferState stateOf(Decision decision) {
        return decisions.find(decision.decisionId()).orElseThrow().state();
    }

    private Job jobOf(Decision decision) {
        String instance = runtime.createProcessInstanceQuery()
                .variableValueEquals(ProcessVariables.DECISION_ID.name(), decision.decisionId().value())
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(instance).messages().singleResult();
    }
}
