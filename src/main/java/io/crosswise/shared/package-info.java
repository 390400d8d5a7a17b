/** The words every room speaks: ids, money, probabilities, reasons; it knows no other room. */
package io.crosswise.shared;
