/** What it earned: touch paths and the models that share out the credit for a sale. */
package io.crosswise.attribution;
