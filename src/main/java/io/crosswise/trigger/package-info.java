/** What happened: intake of triggers, the inbox that makes it exactly-once. */
package io.crosswise.trigger;
