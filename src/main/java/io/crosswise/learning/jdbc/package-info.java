/** Reads the product's own history to learn from. */
package io.crosswise.learning.jdbc;
