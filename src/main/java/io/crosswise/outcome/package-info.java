/** What came back: responses, conversions and the history of past campaigns. */
package io.crosswise.outcome;
