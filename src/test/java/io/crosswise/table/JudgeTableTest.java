package io.crosswise.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.crosswise.policy.TableContracts;
import io.crosswise.process.engine.EngineTableTrials;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTableTest {
    private static final String APPROVAL_ROWS = """
            "EBU" | > 10 | true | "manager" | "COMPANY"
            "EBU" | <= 10, null | true | "manager" | "COMPANY"
            - | > 10 | true | "approver" | "LARGE"
            - | - | false | - | "NONE"
            """;
    private final JudgeTable judgeTable = new JudgeTable(TableContracts.all(), new EngineTableTrials(), () -> Set.of("O-BOX-5G"));

    @Test
    void aTableInItsContractPasses() {
        assertThat(judgeTable.judge(approval("FIRST", APPROVAL_ROWS).getBytes(StandardCharsets.UTF_8), false).table().rows()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "javascript", "juel", "python", " Groovy "})
    void onlyFeelIsSpoken(String language) {
        for (String element : List.of("<inputExpression id", "<inputEntry id", "<outputEntry id", "<decisionTable id", "<definitions id")) {
            String file = approval("FIRST", APPROVAL_ROWS).replace(element, element.replace(" id", " expressionLanguage=\"" + language + "\" id"));
            assertThat(complaints(file)).extracting(Complaint::code).contains("LANGUAGE");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "</decision>; </decision><businessKnowledgeModel id=\"b\"/>; FUNCTION",
        "</decision>; </decision><import namespace=\"x\" importType=\"y\"/>; FUNCTION",
        "\"LARGE\"; function(x) external {java: {class: \"java.lang.System\"}}; FUNCTION",
        "<decision id; <decision camunda:class=\"x\" id; EXTENSION",
        "</decision>; <extensionElements><camunda:script>x</camunda:script></extensionElements></decision>; EXTENSION",
    })
    void nothingThatRunsCodeIsTaken(String where, String what, String code) {
        String file = approval("FIRST", APPROVAL_ROWS).replace(where, what);
        assertThat(complaints(file)).extracting(Complaint::code).contains(code);
    }

    @Test
    void hostileXmlIsRefusedWithASentence() {
        String file = approval("FIRST", APPROVAL_ROWS);
        String entity = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        assertThat(complaints(entity + file.replace("\"NONE\"", "&e;"))).extracting(Complaint::code).containsExactly("DOCUMENT_TYPE");
        assertThat(complaints("<a>".repeat(100_000))).extracting(Complaint::code).containsExactly("TOO_DEEP");
        assertThat(complaints("PK\u0003\u0004")).extracting(Complaint::code).containsExactly("ARCHIVE");
        assertThat(complaints("")).extracting(Complaint::code).containsExactly("EMPTY_FILE");
        assertThat(complaints("<definitions")).extracting(Complaint::code).containsExactly("NOT_XML");
        assertThat(complaints("<html/>")).extracting(Complaint::code).containsExactly("NOT_DMN");
        assertThat(complaints(" ".repeat(ReadXml.MOST_BYTES) + file)).extracting(Complaint::code).containsExactly("TOO_LARGE");
        assertThat(complaints(file.replace("</decision>", "</decision>" + "<x/>".repeat(500_001)))).extracting(Complaint::code).containsExactly("TOO_LARGE");
    }

    @Test
    void aDecisionWithoutAnIdIsRefusedWithASentenceWhoeverSendsIt() {
        for (String id : List.of("", " id=\"\"", " id=\" \"")) {
            byte[] file = approval("FIRST", APPROVAL_ROWS)
                    .replace("<decision id=\"approval\"", "<decision" + id)
                    .getBytes(StandardCharsets.UTF_8);
            for (boolean administrator : new boolean[] {true, false}) {
                RefusedTable refused = catchThrowableOfType(RefusedTable.class, () -> judgeTable.judge(file, administrator));
                assertThat(refused.complaints()).extracting(Complaint::code).containsExactly("NO_ID");
                assertThat(refused).hasMessageContaining("has no id; set it in Camunda Modeler");
            }
        }
    }

    @Test
    void aCellMadeToTakeLongIsRefusedOrReadAtOnce() {
        List<String> hostile = List.of(
                "/* ".repeat(3_300), "\"\\\"".repeat(3_300), "\"" + "\\\"".repeat(4_900), "a".repeat(9_990), "a ".repeat(4_990),
                "\"" + "x".repeat(9_990) + "\"", "a.".repeat(4_990), "1".repeat(9_990), "function ".repeat(1_100), "(".repeat(9_990));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> hostile.forEach(cell -> {
            for (int times = 0; times < 100; times++) {
                Feel.texts(cell);
                Feel.numbers(cell);
                Feel.paths(cell);
                Feel.bareWords(cell);
                Feel.onlyText(cell);
            }
        }));
        for (String cell : hostile) {
            String rows = "- | " + cell + " | true | \"manager\" | \"A\"\n- | - | false | - | \"NONE\"";
            assertThat(complaints(approval("FIRST", rows))).as(cell.substring(0, 10)).isNotEmpty();
        }
    }

    @Test
    void aCellThatIsTooLongIsRefusedBeforeAnybodyReadsIt() {
        String rows = "- | " + "/* ".repeat(3_400) + " | true | \"manager\" | \"A\"";
        assertThat(only(approval("FIRST", rows)).code()).isEqualTo("CELL_TOO_LONG");
    }

    @Test
    void textsAndCommentsAreToldApart() {
        assertThat(Feel.texts("\"a // b\", \"c \\\" d\" // \"e\"")).containsExactly("a // b", "c \" d");
        assertThat(Feel.withoutTexts("/* \" */ customer.age > 1 // \"")).isEqualTo("  customer.age > 1  ");
        assertThat(Feel.withoutTexts("\"open function(x)")).isEqualTo("\"open function(x)");
        assertThat(Feel.onlyText("\"a\"")).isEqualTo("a");
        assertThat(Feel.onlyText("\"a\", \"b\"")).isNull();
    }

    @Test
    void aFileWithoutATableTheProductAsksIsRefused() {
        String file = approval("FIRST", APPROVAL_ROWS);
        String decision = file.substring(file.indexOf("<decision "), file.indexOf("</definitions>"));
        assertThat(only(file.replace(decision, ""))).satisfies(wrong -> assertThat(wrong.code()).isEqualTo("NO_DECISION"));
        assertThat(only(file.replace("\"approval\"", "\"aproval\"")).text()).contains("Did you mean \"approval\"?");
        assertThat(only(file.replace("</definitions>", decision.replace("approval", "other") + "</definitions>")).code()).isEqualTo("SEVERAL_DECISIONS");
        String literal = "<decision id=\"approval\"><literalExpression id=\"l\"><text>1</text></literalExpression></decision>";
        assertThat(only(file.replace(decision, literal)).code()).isEqualTo("NO_TABLE");
    }

    @Test
    void aProcessOfSomebodysOwnMayHaveATableOfItsOwn() {
        byte[] own = approval("FIRST", APPROVAL_ROWS).replace("\"approval\"", "\"own\"").getBytes(StandardCharsets.UTF_8);
        assertThat(judgeTable.judge(own, true).notChecked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "customer.market; customer.markt; UNKNOWN_INPUT; Did you mean \"market\"?",
        "customer.market; custommer.market; UNKNOWN_INPUT; this table can look at",
        "customer.market; contact.email7d + order.total; UNKNOWN_INPUT; There is no \"order\" here",
        "customer.market; market; UNKNOWN_INPUT; The word market stands for no value",
        "name=\"role\"; name=\"rolle\"; UNKNOWN_OUTPUT; It can have: required, role, reason",
        "name=\"role\"; name=\"role\" typeRef=\"number\"; OUTPUT_TYPE; must be string",
        "hitPolicy=\"FIRST\"; hitPolicy=\"COLLECT\"; HIT_POLICY; FIRST or UNIQUE or ANY",
        "hitPolicy=\"FIRST\"; hitPolicy=\"PRIORITY\"; HIT_POLICY; FIRST or UNIQUE or ANY",
        "hitPolicy=\"FIRST\"; hitPolicy=\"OUTPUT ORDER\"; HIT_POLICY; FIRST or UNIQUE or ANY",
    })
    void inputsOutputsAndHitPolicyMustBeKnown(String where, String what, String code, String words) {
        assertThat(complaints(approval("FIRST", APPROVAL_ROWS).replace(where, what)))
                .anySatisfy(wrong -> {
                    assertThat(wrong.code()).isEqualTo(code);
                    assertThat(wrong.text()).contains(words);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "\"B2B\" | > 10 | true | \"manager\" | \"X\"; UNKNOWN_VALUE; it can be B2C, EBU",
        "EBU | > 10 | true | \"manager\" | \"X\"; UNKNOWN_WORD; write texts in quotes: \"EBU\"",
        "\"EBU\" | \"10\" | true | \"manager\" | \"X\"; WRONG_TYPE; leave the quotes out",
        "\"EBU\" | > 10 | \"true\" | \"manager\" | \"X\"; WRONG_TYPE; true or false without quotes",
        "\"EBU\" | > 10 | true | manager | \"X\"; UNKNOWN_WORD; write texts in quotes: \"manager\"",
        "\"EBU\" | [10..5] | true | \"manager\" | \"X\"; UNREACHABLE_ROW; can never match",
        "\"EBU\" | > 10 | true | - | \"X\"; UNREADABLE_ANSWER; answers null in its column role",
        "\"EBU\" | > > 10 | true | \"manager\" | \"X\"; CELL_FAILS; cannot be evaluated",
        "\"EBU\" | > 10 | true | \"manager\" + | \"X\"; FAILS; cannot be evaluated",
    })
    void everyCellMustMakeSense(String row, String code, String words) {
        assertThat(complaints(approval("FIRST", row + "\n- | - | false | - | \"NONE\""))).anySatisfy(wrong -> {
            assertThat(wrong.code()).isEqualTo(code);
            assertThat(wrong.text()).contains(words);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOBILE", "TV, HBB", "MOBILE/UPSELL", "NEEDS_FIBRE", "O-BOX-5G", "*"})
    void aScopeNamesWhatThereIs(String scope) {
        assertThat(judgeTable.judge(eligibility("\"EBU\" | \"" + scope + "\" | \"X\"").getBytes(StandardCharsets.UTF_8), false).table())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOBIL", "mobile", "MOBILE/UPSEL", "O-BOX-6G", "EACH"})
    void aScopeThatWouldCoverNothingIsRefused(String scope) {
        assertThat(only(eligibility("\"EBU\" | \"" + scope + "\" | \"X\""))).satisfies(wrong -> {
            assertThat(wrong.code()).isEqualTo("UNKNOWN_ANSWER");
            assertThat(wrong.text()).contains("no code of an offer or bundle on sale");
        });
    }

    @Test
    void substitutionIsASharePerMarketAndAsksNothingElse() {
        DmnFile shares = DmnFile.of("substitution", "COLLECT")
                .input("Market", "customer.market", "string")
                .input("Bill", "customer.arpu", "number")
                .output("New", "newService", "string")
                .output("Held", "heldService", "string")
                .output("Share", "share", "number")
                .output("Reason", "reason", "string")
                .rows("\"B2C\" | > 50 | \"TV\" | \"HBB\" | 0.1 | \"X\"");

        assertThat(complaints(shares.build())).extracting(Complaint::code).containsOnly("UNKNOWN_INPUT");
    }

    @Test
    void anExclusionThatExcludesNothingIsRefused() {
        assertThat(only(eligibility("\"EBU\" | - | \"X\"")).text()).contains("answers null in its column scope");
    }

    @Test
    void aRowBehindOthersThatMatchWheneverItWouldIsFound() {
        assertThat(only(approval("FIRST", APPROVAL_ROWS + "\"B2C\" | > 5 | true | \"approver\" | \"X\""))).satisfies(wrong -> {
            assertThat(wrong.row()).isEqualTo(5);
            assertThat(wrong.text()).contains("Row 4 stands above it");
        });
        String halves = "- | > 10 | false | - | \"A\"\n- | <= 10 | false | - | \"B\"\n\"EBU\" | >= 0 | false | - | \"C\"";
        assertThat(only(approval("FIRST", halves)).text()).contains("The rows above it together");
    }

    @Test
    void rowsThatOverlapAreFoundWithACaseForBoth() {
        String rows = "\"EBU\" | > 10 | false | - | \"A\"\n- | > 20 | false | - | \"B\"\n- | <= 10, null | false | - | \"C\"\n\"B2C\" | ]10..20] | false | - | \"D\"";
        assertThat(only(approval("UNIQUE", rows)).text()).contains("Row 1 matches the same case", "Market = EBU", "Discount = ");
        String same = "\"EBU\" | > 10 | false | - | \"A\"\n- | > 20 | false | - | \"A\"\n- | <= 10, null | false | - | \"C\"\n\"B2C\" | ]10..20] | false | - | \"D\"";
        assertThat(judgeTable.judge(approval("ANY", same).getBytes(StandardCharsets.UTF_8), false).table()).isNotNull();
    }

    @Test
    void aGapIsFoundWithACaseNobodyAnswers() {
        assertThat(only(approval("FIRST", "\"EBU\" | - | false | - | \"A\"\n\"B2C\" | >= 10 | false | - | \"B\"\n\"B2C\" | < 9 | false | - | \"C\"")).text())
                .contains("No row answers for Market = B2C, Discount = 9");
    }

    @Test
    void moreThanTwoThousandRowsAreTooMany() {
        String rows = IntStream.rangeClosed(1, 2_001).mapToObj(i -> "- | [" + i + ".." + i + "] | false | - | \"A\"").collect(Collectors.joining("\n"));
        assertThat(only(approval("FIRST", rows)).text()).contains("2001 rows; at most 2000");
    }

    private Complaint only(String file) {
        List<Complaint> complaints = complaints(file);
        assertThat(complaints).hasSize(1);
        return complaints.get(0);
    }

    private List<Complaint> complaints(String file) {
        RefusedTable refused =
                catchThrowableOfType(RefusedTable.class, () -> judgeTable.judge(file.getBytes(StandardCharsets.UTF_8), false));
        assertThat(refused).as("refused").isNotNull();
        return refused.complaints();
    }

    private static String eligibility(String rows) {
        return DmnFile.of("eligibility", "COLLECT")
                .input("Market", "customer.market", "string")
                .output("Scope", "scope", "string")
                .output("Reason", "reason", "string")
                .rows(rows)
                .build();
    }

    /** @param rows a line each: market, discount, required, role and reason, separated by bars */
    static String approval(String hitPolicy, String rows) {
        return DmnFile.of("approval", hitPolicy)
                .input("Market", "customer.market", "string")
                .input("Discount", "offer.discount", "number")
                .output("Required", "required", "boolean")
                .output("Role", "role", null)
                .output("Reason", "reason", "string")
                .rows(rows)
                .build();
    }
}
