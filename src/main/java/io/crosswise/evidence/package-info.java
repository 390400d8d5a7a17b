/** What proves the decision log: every decision and event is sealed into a keyed chain whose heads are kept outside the database. */
package io.crosswise.evidence;
