/** How the engine is tuned and guarded; the only place that knows the engine's internal classes. */
package io.crosswise.process.engine;
