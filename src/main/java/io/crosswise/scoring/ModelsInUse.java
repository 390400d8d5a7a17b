package io.crosswise.scoring;

import io.crosswise.scoring.Model.Challenge.Mode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.StableHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The snapshot of all models in use; a new one takes its place when the registry changes. */
public final class ModelsInUse implements ModelSet {
    private static final int BUCKETS = 10_000;

    private final SortedMap<String, LoadedModel> deciding;
    private final List<LoadedModel> splits;
    private final Map<String, List<ShadowModel>> shadows;

    private ModelsInUse(
            SortedMap<String, LoadedModel> deciding, List<LoadedModel> splits, Map<String, List<ShadowModel>> shadows) {
        this.deciding = deciding;
        this.splits = splits;
        this.shadows = shadows;
    }

    /**
     * Champions and challengers; versions in another state are left out.
     *
     * @throws IllegalArgumentException when a model has two champions
     */
    public static ModelsInUse of(Collection<LoadedModel> models) {
        SortedMap<String, LoadedModel> champions = new TreeMap<>();
        List<LoadedModel> splits = new ArrayList<>();
        Map<String, List<ShadowModel>> shadows = new TreeMap<>();
        for (LoadedModel loaded : models) {
            Model model = loaded.model();
            if (model.state() == ModelState.CHAMPION && champions.putIfAbsent(model.name(), loaded) != null) {
                throw new IllegalArgumentException("There are two champions of " + model.name());
            }
            if (model.state() == ModelState.CHALLENGER) {
                if (model.challenge().mode() == Mode.SPLIT) {
                    splits.add(loaded);
                } else {
                    shadows.computeIfAbsent(model.name(), name -> new ArrayList<>())
                            .add(new ShadowModel(model, loaded.scoring()));
                }
            }
        }
        return new ModelsInUse(champions, List.copyOf(splits), shadows);
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(deciding.keySet());
    }

    @Override
    public boolean has(String model) {
        return deciding.containsKey(model);
    }

    @Override
    public Model model(String name) {
        return loaded(name).model();
    }

    @Override
    public ScoringModel scoring(String name) {
        return loaded(name).scoring();
    }

    /** The salt names the version that is tried, so that one experiment's customers are not the next one's. */
    @Override
    public ModelSet forCustomer(CustomerId customer) {
        SortedMap<String, LoadedModel> own = null;
        for (LoadedModel challenger : splits) {
            Model model = challenger.model();
            String salt = "model-split/" + model.name() + "/" + model.version();
            if (StableHash.bucket(salt, customer.value(), BUCKETS) < Math.round(model.challenge().share() * BUCKETS)) {
                own = own == null ? new TreeMap<>(deciding) : own;
                own.put(model.name(), challenger);
            }
        }
        return own == null ? this : new ModelsInUse(own, List.of(), shadows);
    }

    @Override
    public List<ShadowModel> shadows(String name) {
        return shadows.getOrDefault(name, List.of());
    }

    private LoadedModel loaded(String name) {
        LoadedModel loaded = deciding.get(name);
        if (loaded == null) {
            throw new IllegalArgumentException("No model " + name + "; there are " + deciding.keySet());
        }
        return loaded;
    }
}
