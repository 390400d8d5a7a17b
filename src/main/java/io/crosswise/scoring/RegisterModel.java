package io.crosswise.scoring;

import io.crosswise.scoring.TryModel.Trial;
import io.crosswise.shared.StableHash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes a model file into the registry, where it waits as a candidate. */
public class RegisterModel {
    /** Largest file, in bytes. */
    public static final int MAX_BYTES = 50 << 20;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final ModelVersions versions;
    private final TryModel tryModel;
    private final TimeLimit timeLimit;
    private final Clock clock;

    public RegisterModel(ModelVersions versions, TryModel tryModel, TimeLimit timeLimit, Clock clock) {
        this.versions = versions;
        this.tryModel = tryModel;
        this.timeLimit = timeLimit;
        this.clock = clock;
    }

    /**
     * A file that is known already, with the same mapping, is answered as it stands.
     *
     * @param origin {@code packaged}, {@code uploaded} or {@code trained}
     * @param by who brought it
     * @throws UnusableModel saying what is wrong with the file and what to change
     */
    public Model register(ModelFile file, String origin, String by, String reason) {
        if (!NAME.matcher(file.name()).matches()) {
            throw UnusableModel.of("", "the name of a model is 1 to 64 letters, digits or . _ - and starts with a letter or digit");
        }
        if (file.pmml().length > MAX_BYTES) {
            throw UnusableModel.of(file.name(), "it is larger than 50 MB; use fewer or smaller trees");
        }
        Optional<Model> known = versions.withContent(file.name(), contentSha256(file));
        if (known.isPresent()) {
            return known.get();
        }
        Trial trial = timeLimit.within(file.name(), () -> tryModel.attempt(file, origin));
        return versions.exclusively(() -> add(file, trial.model(), trial.checks(), origin, by, reason));
    }

    /** Only inside {@link ModelVersions#exclusively}. */
    Model add(ModelFile file, ScoringModel loaded, List<ReleaseGate> checks, String origin, String by, String reason) {
        String content = contentSha256(file);
        Optional<Model> known = versions.withContent(file.name(), content);
        if (known.isPresent()) {
            return known.get();
        }
        Model model = new Model(
                file.name(),
                freeVersion(file.name(), loaded.version(), content),
                ModelState.CANDIDATE,
                loaded.sha256(),
                ReportMetrics.of(file.report()),
                null,
                origin,
                clock.instant(),
                clock.instant(),
                by,
                reason);
        versions.add(model, file, content, checks);
        return model;
    }

    /** What makes a version that version: the file together with its mapping; the file's own fingerprint without one. */
    public static String contentSha256(ModelFile file) {
        String sha256 = StableHash.sha256(file.pmml());
        if (file.mapping().equals(FieldMapping.NONE)) {
            return sha256;
        }
        String text = sha256 + new TreeMap<>(file.mapping().featureByField()) + file.mapping().output();
        return StableHash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As in the file's header; two files that call themselves the same are told apart by their fingerprints. */
    private String freeVersion(String name, String stated, String content) {
        String safe = stated.replaceAll("[^A-Za-z0-9._-]", "-");
        String version = safe.substring(0, Math.min(safe.length(), 48));
        if (version.isBlank() || version.startsWith(".")) {
            version = content.substring(0, 12);
        }
        return versions.find(name, version).isEmpty() ? version : version + "-" + content.substring(0, 12);
    }
}
