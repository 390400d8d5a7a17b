package io.crosswise.decision;

/** A version that judged a decision is not there any more, or its content is another. */
public class VersionGone extends RuntimeException {
    public VersionGone(String message) {
        super(message);
    }

    public static VersionGone missing(String name, String version) {
        return new VersionGone("Version " + version + " of " + name + " is not there any more");
    }

    /** For records from before something that judges was kept with them. */
    public static VersionGone neverKept(String what) {
        return new VersionGone("The decision was recorded before its " + what + " were kept with it");
    }

    public static VersionGone changed(String name, String version) {
        return new VersionGone("Version " + version + " of " + name + " has another content than the one that judged");
    }
}
