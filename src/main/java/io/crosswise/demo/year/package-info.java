/** The simulated year: the same customers and occasions under several ways to rank, lived through the product's own decisions. */
package io.crosswise.demo.year;
