/** How it is said: routing, capacity, quiet hours and the connectors that speak. */
package io.crosswise.channel;
