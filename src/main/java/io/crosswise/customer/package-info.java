/** Who it is: the profile of a customer, its import, its data quality and the features models read. */
package io.crosswise.customer;
