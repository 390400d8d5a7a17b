package io.crosswise.scoring;

/** Where a version of a model stands on its way through production. */
public enum ModelState {
    /** Registered and not in use. */
    CANDIDATE,
    /** Scored beside the champion, in the shadow or for a part of the customers. */
    CHALLENGER,
    /** The one in use; at most one version of a model. */
    CHAMPION,
    /** No longer in use; still loadable, since decisions name it. */
    RETIRED
}
