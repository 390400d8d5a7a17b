package io.crosswise.learning;

import java.util.List;

/** Features that reveal the target. @param how in words, to be read after their names */
record Leak(List<String> features, String how) {}
