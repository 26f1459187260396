package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a command does with the file. */
enum CommandKind {
    READS,
    WRITES,
    DELETES;

    private static final Set<String> WRITING =
            Set.of("insert", "update", "findandmodify", "create", "createindexes", "renamecollection");
    private static final Set<String> DELETING = Set.of("delete", "drop", "dropdatabase", "dropindexes");

    /** Those that may read a whole collection. */
    private static final Set<String> HEAVY = Set.of("aggregate", "count", "distinct", "validate", "createindexes");

    static CommandKind of(String command, Document query) {
        if (DELETING.contains(command)) {
            return DELETES;
        }
        return WRITING.contains(command) || writesItsResult(query) ? WRITES : READS;
    }

    static boolean isHeavy(String command) {
        return HEAVY.contains(command.toLowerCase(Locale.ROOT));
    }

    static boolean writesItsResult(Document command) {
        return endsWith("$merge", command) || endsWith("$out", command);
    }

    static boolean endsWith(String stage, Document command) {
        return command.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && last.containsKey(stage);
    }
}
