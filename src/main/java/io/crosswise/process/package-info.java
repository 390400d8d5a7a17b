/** Camunda, and only here: delegates, process variables, engine settings and the identity service. */
package io.crosswise.process;
