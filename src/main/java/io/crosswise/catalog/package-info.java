/** What we sell: services, offers, bundles, prices, margins, trials; one immutable version at a time. */
package io.crosswise.catalog;
