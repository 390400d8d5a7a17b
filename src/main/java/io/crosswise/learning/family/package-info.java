/** The recipes of the model family: what each model learns from, how, and how it is judged. */
package io.crosswise.learning.family;
