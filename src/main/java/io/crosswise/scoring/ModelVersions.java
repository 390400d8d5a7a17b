package io.crosswise.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Every version of every model, with its file and its history. */
public interface ModelVersions {
    /** Higher after every change by any node. */
    long revision();

    /**
     * Runs a change while nobody else changes anything, all of it or nothing; inside a transaction that is open already it belongs
     * to that one.
     */
    <T> T exclusively(Supplier<T> change);

    /** Calls after every change of this node, once it is committed. */
    void whenChanged(Runnable follow);

    /** By name, newest registration first. */
    List<Model> in(Set<ModelState> states);

    /** Newest registration first; empty for a model nobody knows. */
    List<Model> of(String name);

    Optional<Model> find(String name, String version);

    /** The version with exactly this content. @param contentSha256 as {@link RegisterModel#contentSha256} gives it */
    Optional<Model> withContent(String name, String contentSha256);

    Optional<ModelFile> file(String name, String version);

    /** Gates that were judged when the version was registered. */
    List<ReleaseGate> checks(String name, String version);

    /** Only inside {@link #exclusively}; also appends the event. */
    void add(Model model, ModelFile file, String contentSha256, List<ReleaseGate> checks);

    /** Stores state, challenge and reason of a version; only inside {@link #exclusively}. */
    void move(Model changed, ModelEvent event);

    /** Oldest first. */
    List<ModelEvent> events(String name);
}
