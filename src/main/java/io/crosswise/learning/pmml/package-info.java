/** Writes as PMML what no converter knows: matrix factors as linear scores, clusters. */
package io.crosswise.learning.pmml;
