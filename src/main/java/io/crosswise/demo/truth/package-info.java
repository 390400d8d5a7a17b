/** How the simulated customers would answer; only the demo market and its simulations may know. */
package io.crosswise.demo.truth;
