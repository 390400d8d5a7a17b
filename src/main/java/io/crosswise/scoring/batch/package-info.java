/** Scores the whole base with all champions, a part at a time, so that lists and reports find the latest score of every customer. */
package io.crosswise.scoring.batch;
