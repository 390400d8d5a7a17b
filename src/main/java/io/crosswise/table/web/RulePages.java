package io.crosswise.table.web;

import io.crosswise.policy.RuleFiles;
import io.crosswise.table.ReadTables;
import io.crosswise.table.TableChange;
import io.crosswise.table.TableDifference;
import io.crosswise.table.TableState;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages on which business users see what decides, what changed, and what the product offers. */
@Controller
class RulePages {
    private final ReadTables tables;
    private final RuleFiles ruleFiles;

    RulePages(ReadTables tables, RuleFiles ruleFiles) {
        this.tables = tables;
        this.ruleFiles = ruleFiles;
    }

    /** @param draft whether the product offers another one */
    record Line(TableState now, boolean draft) {}

    /** @param sha256 null of a version */
    record Shown(String title, String sha256, TableDifference diff) {}

    @GetMapping("/rules")
    ModelAndView rules() {
        List<Line> lines = tables.names().stream()
                .flatMap(name -> tables.current(name).stream())
                .map(now -> new Line(now, tables.draft(now.name()).isPresent()))
                .toList();
        return new ModelAndView("rules", "lines", lines).addObject("files", ruleFiles.files());
    }

    /** @param version to compare with the one before it; absent for the one that decides */
    @GetMapping("/rules/{name}")
    ModelAndView rule(@PathVariable String name, @RequestParam(required = false) Integer version) {
        List<TableState> versions = tables.names().contains(name) ? tables.versions(name) : List.of();
        int shown = version == null && !versions.isEmpty() ? versions.get(0).version() : version == null ? 0 : version;
        if (versions.stream().noneMatch(state -> state.version() == shown)) {
            return new ModelAndView("unknown-rule", HttpStatus.NOT_FOUND);
        }
        Optional<Integer> before = versions.stream().map(TableState::version).filter(state -> state < shown).findFirst();
        Shown change = before.map(from -> new Shown("What version " + shown + " changed against version " + from, null, tables.difference(name, from, shown)))
                .orElse(null);
        return new ModelAndView("rule", "name", name)
                .addObject("versions", versions)
                .addObject("shown", shown)
                .addObject("change", change)
                .addObject("draft", tables.draft(name).map(draft -> draft(name, draft)).orElse(null));
    }

    private Shown draft(String name, TableChange draft) {
        return new Shown("What it would change", draft.sha256(), tables.draftDifference(name, draft.sha256()));
    }
}
