/** A simulated market with a known ground truth, loaded by the demo profile only. */
package io.crosswise.demo;
