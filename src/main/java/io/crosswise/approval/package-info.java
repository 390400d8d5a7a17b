/** Who must agree: the human tasks, what they show and what they may change. */
package io.crosswise.approval;
