package io.crosswise.outcome.web;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crosswise.decision.OfferState;
import io.crosswise.outcome.RecordResponse;
import io.crosswise.outcome.jdbc.JdbcResponses;
import io.crosswise.platform.HttpSlice;
import io.crosswise.testing.Database;
import io.crosswise.testing.MemoryCustomers;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class ResponseControllerIT {
    private static final String ACCEPTED =
            """
            {"id":"r-1","source":"/crm","decisionId":"D-1","type":"ACCEPTED","time":"2026-11-22T11:00:00+01:00"}""";

    private final Database database = new Database().with(aDecision().in(OfferState.PRESENTED).withState());
    private final JdbcResponses responses = new JdbcResponses(database.jdbc);
    private int collisions;
    private int answers;
    private final MockMvc http = HttpSlice.of(new ResponseController(
            new RecordResponse(
                    responses, database.decisions, new MemoryCustomers(), (decision, accepted, at) -> answer(),
                    Clock.fixed(DECIDED_AT, ZoneOffset.UTC)),
            responses,
            database.transaction));

    @Test
    void answersCreatedThenOkThenConflict() throws Exception {
        send(ACCEPTED)
                .andExpect(status().isCreated())
                .andExpect(content().json(
                        """
                        {"id":"r-1","source":"/crm","decisionId":"D-1","type":"ACCEPTED","time":"2026-11-22T10:00:00Z",
                         "state":"MATCHED"}"""));
        send(ACCEPTED).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("MATCHED"));
        send(ACCEPTED.replace("ACCEPTED", "DECLINED"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:crosswise:problem:response-id-reused"));
        assertThat(answers).isEqualTo(1);
    }

    @Test
    void parksWhatItCannotMatchAndListsIt() throws Exception {
        send(ACCEPTED.replace("D-1", "D-9"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("PARKED"))
                .andExpect(jsonPath("$.reason").value("UNKNOWN_DECISION"));

        http.perform(get("/api/v1/responses?state=PARKED&page=0&size=10"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].decisionId").value("D-9"));
        http.perform(get("/api/v1/responses")).andExpect(jsonPath("$.total").value(1));
        http.perform(get("/api/v1/responses?state=LOST")).andExpect(status().isBadRequest());
        http.perform(get("/api/v1/responses?size=0")).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "decisionId", "type", "time"})
    void refusesABodyWithoutAField(String field) throws Exception {
        send(ACCEPTED.replace("\"" + field + "\"", "\"other\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString(field)));
        assertThat(database.count("outcome.response")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r-1 | r\\u0000",
                "2026-11-22T11:00:00+01:00 | yesterday",
                "2026-11-22T11:00:00+01:00 | +200000-01-01T00:00:00Z",
                "{ | [",
            })
    void refusesWhatItCannotRead(String part, String broken) throws Exception {
        send(ACCEPTED.replace(part, broken)).andExpect(status().isBadRequest());
        assertThat(database.count("outcome.response")).isZero();
    }

    @Test
    void refusesAnUnknownTypeNamingTheKnownOnes() throws Exception {
        send(ACCEPTED.replace("ACCEPTED", "MAYBE"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("type is one of [OPENED, CLICKED, ACCEPTED, DECLINED, LATER]"));
    }

    @Test
    void triesTheWholeTransactionAgainWhenTheOfferIsBeingMoved() throws Exception {
        collisions = 3;

        send(ACCEPTED).andExpect(status().isCreated()).andExpect(jsonPath("$.state").value("MATCHED"));
        assertThat(database.count("outcome.response")).isEqualTo(1);
    }

    private boolean answer() {
        if (collisions > 0) {
            collisions--;
            throw new OptimisticLockingFailureException("moved at this moment");
        }
        answers++;
        return true;
    }

    private ResultActions send(String body) throws Exception {
        return http.perform(post("/api/v1/responses").contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
