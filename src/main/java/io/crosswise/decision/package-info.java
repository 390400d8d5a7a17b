/** What is offered: arbitration, the experiment arm and the decision record. */
package io.crosswise.decision;
