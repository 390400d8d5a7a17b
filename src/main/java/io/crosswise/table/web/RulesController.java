package io.crosswise.table.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.platform.PageRequest;
import io.crosswise.policy.RuleFiles;
import io.crosswise.policy.RuleFiles.RuleFile;
import io.crosswise.shared.Page;
import io.crosswise.table.ReadTables;
import io.crosswise.table.TableDifference;
import io.crosswise.table.TableState;
import io.crosswise.table.UnknownTable;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people read the tables and rule files that decide. */
@RestController
@RequestMapping("/api/v1/rules")
class RulesController {
    private static final MediaType RULE_FILE = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private final ReadTables tables;
    private final RuleFiles ruleFiles;

    RulesController(ReadTables tables, RuleFiles ruleFiles) {
        this.tables = tables;
        this.ruleFiles = ruleFiles;
    }

    /**
     * @param kind {@code TABLE} or {@code RULE_FILE}
     * @param version of a table as deployed, of a rule file the beginning of its hash
     * @param state of a table; null of a rule file, which comes with the product
     * @param draft what the product offers beside it; null when nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(String name, String kind, String version, String sha256, TableState state, DraftView draft) {}

    record DraftView(String sha256, TableDifference diff) {}

    @Operation(summary = "Every table and rule file that decides: its version, who brought it, and drafts of the product")
    @GetMapping
    Page<RuleView> rules(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        List<RuleView> all = new ArrayList<>();
        tables.names().forEach(name -> tables.current(name).map(this::view).ifPresent(all::add));
        ruleFiles.files().forEach(file ->
                all.add(new RuleView(file.name(), "RULE_FILE", file.sha256().substring(0, 8), file.sha256(), null, null)));
        return new Page<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }

    @Operation(summary = "A table as DMN, or a rule file as text; the ETag is the hash of the file")
    @GetMapping("/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        Optional<RuleFile> rules = ruleFiles.files().stream().filter(file -> file.name().equals(name)).findFirst();
        if (rules.isPresent()) {
            return ResponseEntity.ok()
                    .contentType(RULE_FILE)
                    .eTag(rules.get().sha256())
                    .body(rules.get().content().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        TableState now = tables.current(name).orElseThrow(() -> UnknownTable.named(name));
        return version(name, now.version());
    }

    @Operation(summary = "Every version of a table, newest first: who brought it, when and why")
    @GetMapping("/{name}/versions")
    Page<TableState> versions(
            @PathVariable String name, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        List<TableState> all = tables.versions(name);
        if (all.isEmpty()) {
            throw UnknownTable.named(name);
        }
        return new Page<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }

    @Operation(summary = "A version of a table as DMN")
    @GetMapping("/{name}/versions/{version}")
    ResponseEntity<byte[]> version(@PathVariable String name, @PathVariable int version) {
        byte[] file = tables.file(name, version).orElseThrow(() -> UnknownTable.version(name, version));
        return dmn(file);
    }

    @Operation(summary = "What one version changed against another, row by row in the words of the columns; newest against the one before by default")
    @GetMapping("/{name}/diff")
    TableDifference diff(
            @PathVariable String name, @RequestParam(required = false) Integer from, @RequestParam(required = false) Integer to) {
        int newest = tables.current(name).orElseThrow(() -> UnknownTable.named(name)).version();
        int until = to == null ? newest : to;
        return tables.difference(name, from == null ? until - 1 : from, until);
    }

    @Operation(summary = "What the product offers beside a table somebody deployed")
    @GetMapping("/{name}/drafts")
    Page<DraftView> drafts(@PathVariable String name) {
        tables.current(name).orElseThrow(() -> UnknownTable.named(name));
        List<DraftView> open = Optional.ofNullable(draft(name)).stream().toList();
        return new Page<>(open, 0, 1, open.size());
    }

    @Operation(summary = "A draft as DMN")
    @GetMapping("/{name}/drafts/{sha256}")
    ResponseEntity<byte[]> draftFile(@PathVariable String name, @PathVariable String sha256) {
        return dmn(tables.draftFile(name, sha256).orElseThrow(() -> UnknownTable.draft(name, sha256)));
    }

    private RuleView view(TableState now) {
        return new RuleView(now.name(), "TABLE", Integer.toString(now.version()), now.sha256(), now, draft(now.name()));
    }

    /** Null when there is none. */
    private DraftView draft(String name) {
        return tables.draft(name)
                .map(draft -> new DraftView(draft.sha256(), tables.draftDifference(name, draft.sha256())))
                .orElse(null);
    }

    private static ResponseEntity<byte[]> dmn(byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .eTag(io.crosswise.shared.StableHash.sha256(file))
                .body(file);
    }
}
