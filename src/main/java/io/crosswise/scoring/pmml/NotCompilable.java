package io.crosswise.scoring.pmml;

/** A file uses something of PMML that only JPMML evaluates here. */
class NotCompilable extends RuntimeException {
    NotCompilable(String what) {
        super(what, null, false, false);
    }

    static void unless(boolean holds, String what) {
        if (!holds) {
            throw new NotCompilable(what);
        }
    }
}
