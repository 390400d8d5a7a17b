package io.crosswise.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.crosswise.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a record, as it was written, with the record of a run: every value, numbers by their digits. Left out are the id of the
 * process instance, which a run does not have, and the build, which is told apart.
 */
public class CompareRecords {
    private static final Set<String> LEFT_OUT = Set.of("processInstanceId", "build");
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private final ObjectWriter writer;

    /** @param json writes records as the decision log does */
    public CompareRecords(ObjectMapper json) {
        this.writer = json.writer();
    }

    /** In the order of the paths' names; empty when the two are the same. */
    public List<Difference> compare(String stored, Decision replayed) {
        try {
            return compare(stored, writer.writeValueAsString(replayed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Difference> compare(String stored, String replayed) throws JsonProcessingException {
        List<Difference> differences = new ArrayList<>();
        compare("", EXACT.readTree(stored), EXACT.readTree(replayed), differences);
        return differences;
    }

    private static void compare(String path, JsonNode stored, JsonNode replayed, List<Difference> differences) {
        if (stored != null && replayed != null && stored.isObject() && replayed.isObject()) {
            Set<String> names = new TreeSet<>();
            stored.fieldNames().forEachRemaining(names::add);
            replayed.fieldNames().forEachRemaining(names::add);
            if (path.isEmpty()) {
                names.removeAll(LEFT_OUT);
            }
            names.forEach(name -> compare(path + "/" + escaped(name), stored.get(name), replayed.get(name), differences));
        } else if (stored != null && replayed != null && stored.isArray() && replayed.isArray()) {
            for (int i = 0; i < Math.max(stored.size(), replayed.size()); i++) {
                compare(path + "/" + i, stored.get(i), replayed.get(i), differences);
            }
        } else if (stored == null || replayed == null || !stored.toString().equals(replayed.toString())) {
            differences.add(new Difference(path, stored, replayed));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
