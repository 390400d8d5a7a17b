/** What people look at: figures read from reporting views. */
package io.crosswise.insight;
