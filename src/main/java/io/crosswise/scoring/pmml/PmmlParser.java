package io.crosswise.scoring.pmml;

import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.UnusableModel;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.ValidationEvent;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.visitors.ModelEvaluatorVisitorBattery;
import org.jpmml.model.JAXBUtil;

/** Reads a model file of at most 50 MB into an evaluator of JPMML. */
final class PmmlParser {
    private static final int LARGEST = 50 * 1024 * 1024;

    private final ModelFile file;

    PmmlParser(ModelFile file) {
        this.file = file;
    }

    /** Builds JPMML's XML binding, which takes a second, once: it is not guarded against two threads at a time. */
    static void prepare() {
        try {
            JAXBUtil.getContext();
        } catch (JAXBException e) {
            throw new IllegalStateException("The PMML parser is not usable", e);
        }
    }

    ModelEvaluator<?> parse() {
        if (file.pmml().length > LARGEST) {
            throw UnusableModel.of(file.name(), "it is larger than 50 MB");
        }
        LoadingModelEvaluatorBuilder builder = new LoadingModelEvaluatorBuilder();
        builder.setVisitors(new ModelEvaluatorVisitorBattery(false));
        builder.setValidationEventHandler(event -> event.getSeverity() == ValidationEvent.WARNING);
        try (InputStream content = new Interruptible(file.pmml())) {
            // The parser of JPMML refuses a DOCTYPE, and with it external entities.
            builder.load(content);
        } catch (StackOverflowError e) {
            throw UnusableModel.of(file.name(), "its elements are nested too deeply");
        } catch (Exception e) {
            throw UnusableModel.of(file.name(), "it cannot be read as PMML (" + innermost(e).getMessage() + ")");
        }
        String foreign = BuiltInFunctionsOnly.foreignFunction(builder.getPMML());
        if (foreign != null) {
            throw UnusableModel.of(file.name(), "it applies " + foreign + ", which is no built-in function of PMML");
        }
        try {
            return builder.build();
        } catch (Exception e) {
            throw UnusableModel.of(file.name(), "it cannot be evaluated", e);
        }
    }

    /** What the parser found; JAXB wraps it in exceptions that say nothing. */
    private static Throwable innermost(Throwable failure) {
        return failure.getCause() == null ? failure : innermost(failure.getCause());
    }

    /** Stops a parser whose thread was told to give up. */
    private static final class Interruptible extends FilterInputStream {
        Interruptible(byte[] content) {
            super(new ByteArrayInputStream(content));
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("reading was interrupted");
            }
            return super.read(buffer, offset, Math.min(length, 8192));
        }
    }
}
