package io.crosswise.scoring.pmml;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.LoadedModel;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.ModelsInUse;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.classpath.ClasspathModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models the product is shipped with. */
public final class PackagedModels {
    private PackagedModels() {}

    static List<ModelFile> files() {
        return new ClasspathModels(
                        "classpath*:pmml-models/*.pmml", new PathMatchingResourcePatternResolver(), new ObjectMapper())
                .read();
    }

    /** For measuring: evaluated by JPMML alone, or from flat arrays wherever a model can be compiled. */
    public static List<ScoringModel> load(boolean compiled) {
        Slots slots = new Slots();
        return load().<ScoringModel>map(model -> compiled ? compiled(model, slots) : model).toList();
    }

    /** The same as one set of champions, as a decision takes it. */
    public static ModelSet inUse(boolean compiled) {
        List<ScoringModel> models = load(compiled);
        List<String> names = files().stream().map(ModelFile::name).toList();
        return ModelsInUse.of(IntStream.range(0, models.size())
                .mapToObj(i -> new LoadedModel(
                        Model.champion(names.get(i), models.get(i).version(), models.get(i).sha256(), Map.of()),
                        models.get(i)))
                .toList());
    }

    private static ScoringModel compiled(PmmlModel model, Slots slots) {
        try {
            model.use(model.compile(slots));
        } catch (NotCompilable e) {
            System.out.println(model.name() + " is left to JPMML: " + e.getMessage());
        }
        return model;
    }

    /** How many trees each compiled file has, by SHA-256. */
    public static Map<String, Integer> trees() {
        Map<String, Integer> trees = new HashMap<>();
        load().forEach(model -> trees.put(model.sha256(), trees(model)));
        return trees;
    }

    private static int trees(PmmlModel model) {
        try {
            return Formulas.treesIn(model.compile(new Slots()).score()).stream()
                    .mapToInt(sum -> sum.roots().length)
                    .sum();
        } catch (NotCompilable e) {
            return 0;
        }
    }

    /** Loaded and never compiled by themselves. */
    static Stream<PmmlModel> load() {
        PmmlParser.prepare();
        return files().stream().map(file -> new PmmlModelFile(file).load());
    }

    /** Writes what {@link Agreements} remembers: every file whose compiled form agrees with JPMML. */
    public static void main(String[] arguments) throws IOException {
        Slots slots = new Slots();
        List<String> lines = load().filter(model -> agrees(model, slots))
                .map(model -> "# " + model.name() + "\n" + model.sha256() + "=" + Agreements.COMPILER)
                .toList();
        Files.write(Path.of(Agreements.FILE), lines);
    }

    static boolean agrees(PmmlModel model, Slots slots) {
        try {
            return model.agreement(model.compile(slots)).check(() -> {}) <= 1e-9;
        } catch (NotCompilable e) {
            System.out.println(model.name() + " is left to JPMML: " + e.getMessage());
            return false;
        }
    }
}
