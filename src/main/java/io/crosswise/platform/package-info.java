/** What the rooms stand on and no business word: the PostgreSQL the product starts by itself, problem details, start-up messages. */
package io.crosswise.platform;
