/** The statistics of experiments: intervals and tests that hold however often somebody looks. */
package io.crosswise.experiment.inference;
