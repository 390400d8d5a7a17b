package io.crosswise.table;

import io.crosswise.table.TableChange.Kind;
import java.util.List;
import java.util.Optional;

/** What the product offers beside a table somebody deployed. */
final class Drafts {
    private Drafts() {}

    /** Whether nobody has taken or left it since it was offered last. */
    static boolean open(List<TableChange> newestFirst, String sha256) {
        return newestFirst.stream()
                .filter(change -> change.sha256().equals(sha256))
                .map(TableChange::kind)
                .filter(kind -> kind == Kind.OFFERED || kind == Kind.ADOPTED || kind == Kind.DECLINED)
                .findFirst()
                .map(kind -> kind == Kind.OFFERED)
                .orElse(true);
    }

    /** The newest offer that is open and is not what is in force anyway. */
    static Optional<TableChange> latest(List<TableChange> newestFirst, String shaInForce) {
        return newestFirst.stream()
                .filter(change -> change.kind() == Kind.OFFERED)
                .findFirst()
                .filter(change -> !change.sha256().equals(shaInForce) && open(newestFirst, change.sha256()));
    }
}
