/** What is tried: experiments and hold-outs, who is in which arm, and what the arms came to. */
package io.crosswise.experiment;
