/** How people change what decides: the gate in front of a decision table, its versions, differences, drafts and the way back. */
package io.crosswise.table;
