/** How models improve: training, evaluation and the conversion to PMML. */
package io.crosswise.learning;
