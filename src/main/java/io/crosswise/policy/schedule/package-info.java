/** Starts what the room does by itself. */
package io.crosswise.policy.schedule;
