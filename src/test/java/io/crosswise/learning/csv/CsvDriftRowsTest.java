package io.crosswise.learning.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.learning.DataSetRefused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvDriftRowsTest {
    @Test
    void readsNumbersAndTheAnswerUnderTheirColumns() {
        List<String> rows = new ArrayList<>();
        rows("\uFEFFarpu, nps ,target\r\n12.5,\"-3\",1\n\n,7,\n").forEach((features, answer) -> rows.add(new TreeMap<>(features) + " " + answer));

        assertThat(rows).containsExactly("{arpu=12.5, nps=-3.0} 1.0", "{nps=7.0} null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`'arpu,nps\n1,Anna\n'`   | Line 2, column 'nps' is no number; leave it empty when it is unknown",
        "`'arpu,nps\n1,NaN\n'`    | Line 2, column 'nps' is no number; leave it empty when it is unknown",
        "`'arpu,nps\n1\n'`        | Line 2 has 1 fields instead of 2",
        "`'arpu,arpu\n1,2\n'`     | The first line must name the columns, each once",
        "`''`                     | The first line must name the columns, each once",
    })
    void refusesWithTheLineAndWithoutTheValue(String csv, String message) {
        String text = csv.substring(1, csv.length() - 1);
        assertThatThrownBy(() -> rows(text).forEach((features, answer) -> {}))
                .isInstanceOf(DataSetRefused.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "arpu,n\u00e9\n1,2\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> new CsvDriftRows(new ByteArrayInputStream(latin)).forEach((features, answer) -> {}))
                .hasMessage("The file is not UTF-8");
    }

    private static CsvDriftRows rows(String csv) {
        return new CsvDriftRows(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
