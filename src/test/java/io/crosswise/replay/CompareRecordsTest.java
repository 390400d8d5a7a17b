package io.crosswise.replay;

import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

class CompareRecordsTest {
    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void aRecordIsWhatItIs() throws JsonProcessingException {
        assertThat(new CompareRecords(JSON).compare(JSON.writeValueAsString(aDecision().build()), aDecision().build())).isEmpty();
    }

    @Test
    void theInstanceAndTheBuildAreNoPartOfTheJudgement() throws JsonProcessingException {
        assertThat(CompareRecords.compare(
                        "{\"processInstanceId\":\"1\",\"build\":{\"code\":\"a\"},\"x\":1}", "{\"build\":{\"code\":\"b\"},\"x\":1}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"x":0.1}                | {"x":0.10000000000000001} | /x            | 0.1   | 0.10000000000000001
            {"x":1.0}                | {"x":1.00}                | /x            | 1.0   | 1.00
            {"x":1}                  | {"x":1.0}                 | /x            | 1     | 1.0
            {"x":"a"}                | {}                        | /x            | "a"   | null
            {}                       | {"x":null}                | /x            | null  | null
            {"x":[1,2]}              | {"x":[1]}                 | /x/1          | 2     | null
            {"x":[{"build":"a"}]}    | {"x":[{"build":"b"}]}     | /x/0/build    | "a"   | "b"
            {"a/b":{"c~d":true}}     | {"a/b":{"c~d":false}}     | /a~1b/c~0d    | true  | false
            """)
    void everyValueThatIsAnotherIsNamedByItsPath(String stored, String replayed, String path, String was, String is)
            throws JsonProcessingException {
        assertThat(CompareRecords.compare(stored, replayed)).singleElement().satisfies(difference -> {
            assertThat(difference.path()).isEqualTo(path);
            assertThat(String.valueOf(difference.stored())).isEqualTo(was);
            assertThat(String.valueOf(difference.replayed())).isEqualTo(is);
        });
    }
}
