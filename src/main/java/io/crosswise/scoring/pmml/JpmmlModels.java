package io.crosswise.scoring.pmml;

import io.crosswise.scoring.LoadModel;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ScoringModel;

/** Loads PMML files to be evaluated by JPMML. */
public class JpmmlModels implements LoadModel {
    public JpmmlModels() {
        JpmmlModelFile.prepareParser();
    }

    @Override
    public ScoringModel load(ModelFile file) {
        return new JpmmlModelFile(file.name(), file.pmml(), file.mapping()).load();
    }
}
