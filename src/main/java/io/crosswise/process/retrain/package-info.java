/** The steps of {@code model-retraining}. */
package io.crosswise.process.retrain;
