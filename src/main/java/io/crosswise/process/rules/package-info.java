/** The engine's side of changing decision tables. */
package io.crosswise.process.rules;
