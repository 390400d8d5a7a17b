/** What could be offered: the catalogue minus what is held, joined with scores; pure. */
package io.crosswise.candidate;
