package io.crosswise.learning.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.testing.CrosswiseIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** The drift of models in the whole product: who may look and who may judge. */
@CrosswiseIT
class DriftRolesIT {
    private static final String UNKNOWN = "/api/v1/models/unheard-of/drift";

    @Autowired
    TestRestTemplate http;

    @ParameterizedTest
    @CsvSource({
        "scientist,   NOT_FOUND, NOT_FOUND",
        "admin,       NOT_FOUND, NOT_FOUND",
        "marketer,    NOT_FOUND, FORBIDDEN",
        "integration, FORBIDDEN, FORBIDDEN",
        "agent,       FORBIDDEN, FORBIDDEN",
    })
    void marketingLooksAndScienceJudges(String user, HttpStatus looking, HttpStatus judging) {
        assertThat(http.withBasicAuth(user, user).getForEntity(UNKNOWN, String.class).getStatusCode()).isEqualTo(looking);
        assertThat(post(user, UNKNOWN, "text/csv", "age\n1\n").getStatusCode()).isEqualTo(judging);
    }

    @Test
    void refusesRowsInAnotherForm() {
        assertThat(post("scientist", UNKNOWN, "application/json", "{}").getStatusCode())
                .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    private ResponseEntity<String> post(String user, String path, String type, String body) {
        return http.withBasicAuth(user, user)
                .exchange(
                        RequestEntity.post(path)
                                .header(HttpHeaders.CONTENT_TYPE, MediaType.valueOf(type).toString())
                                .body(body),
                        String.class);
    }
}
