/** What may be offered: segmentation, strategy, eligibility, contact policy, cannibalisation and bundles; the only place that knows Drools. */
package io.crosswise.policy;
