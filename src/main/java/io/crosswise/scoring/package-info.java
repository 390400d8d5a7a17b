/** How likely: the registry of PMML models and their evaluation; the only place that knows JPMML. */
package io.crosswise.scoring;
