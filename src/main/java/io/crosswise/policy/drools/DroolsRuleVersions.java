package io.crosswise.policy.drools;

import io.crosswise.policy.KeptRuleFiles;
import io.crosswise.policy.RuleFileGone;
import io.crosswise.policy.RuleFiles;
import io.crosswise.policy.RuleFiles.RuleFile;
import io.crosswise.policy.RuleVersions;
import io.crosswise.policy.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compiles old rule files again when somebody asks for them, and keeps the few sets asked for last. */
public class DroolsRuleVersions implements RuleVersions {
    private static final int MOST = 8;
    private final Rules inForce;
    private final KeptRuleFiles kept;
    private final Map<String, Rules> recent = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
            return size() > MOST;
        }
    };

    public DroolsRuleVersions(Rules inForce, KeptRuleFiles kept) {
        this.inForce = inForce;
        this.kept = kept;
    }

    /** Rules that the files make, compiled. */
    public static Rules compile(RuleFiles files) {
        Rulebook rulebook = Rulebook.compile(files);
        return new Rules(files, new DroolsCannibalisation(rulebook), new DroolsBundles(rulebook));
    }

    @Override
    public Rules inForce() {
        return inForce;
    }

    @Override
    public Rules of(Map<String, String> sha256) {
        Map<String, String> wanted = fingerprints(inForce.files());
        Map<String, String> current = Map.copyOf(wanted);
        wanted.putAll(sha256);
        return wanted.equals(current) ? inForce : old(wanted);
    }

    /** One at a time: compiling takes a second, and two would compile the same. */
    private synchronized Rules old(Map<String, String> wanted) {
        Rules known = recent.get(wanted.toString());
        if (known == null) {
            List<RuleFile> files = wanted.entrySet().stream().map(file -> file(file.getKey(), file.getValue())).toList();
            known = compiled(new RuleFiles(files));
            recent.put(wanted.toString(), known);
        }
        return known;
    }

    private static Rules compiled(RuleFiles files) {
        try {
            return compile(files);
        } catch (IllegalStateException e) {
            throw RuleFileGone.broken(e);
        }
    }

    private RuleFile file(String name, String sha256) {
        return inForce.files().files().stream()
                .filter(file -> file.sha256().equals(sha256))
                .findFirst()
                .or(() -> kept.find(sha256))
                .orElseThrow(() -> RuleFileGone.unknown(name, sha256));
    }

    private static Map<String, String> fingerprints(RuleFiles files) {
        return files.files().stream()
                .collect(Collectors.toMap(RuleFile::name, RuleFile::sha256, (one, other) -> one, TreeMap::new));
    }
}
