/** Does a decision still hold: runs stored decisions again, as they were made or by today's rules, and tells what differs. */
package io.crosswise.replay;
