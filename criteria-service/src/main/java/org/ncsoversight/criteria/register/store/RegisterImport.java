package org.ncsoversight.criteria.register.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/**
 * A file of providers or contracts that somebody sent, and what came of it.
 *
 * @param content the file, kept only until it is applied
 * @param badRows the first of them; how many there are is told by the counts
 * @param readAs how the file was read
 */
public record RegisterImport(
        UUID id,
        Kind kind,
        State state,
        boolean goodRowsOnly,
        String sha256,
        Counts counts,
        List<BadRow> badRows,
        String content,
        Instant at,
        String by,
        ReadAs readAs) {

    /** What the file lists. */
    public enum Kind {
        PROVIDERS("providers"),
        CONTRACTS("contracts");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public static Optional<Kind> parse(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }

        public String code() {
            return code;
        }
    }

    /** How far it came; what is being applied is finished after a crash. */
    public enum State {
        APPLYING,
        APPLIED,
        REFUSED
    }

    /** How many rows came to what. */
    public record Counts(int rows, int created, int changed, int unchanged, int rejected) {}

    public static final int MAX_BAD_ROWS = 1_000;

    /** The same once it is applied, with what came of it; rows can turn wrong while others change the register. */
    public RegisterImport applied(Counts done, List<BadRow> wrong) {
        return new RegisterImport(
                id,
                kind,
                State.APPLIED,
                goodRowsOnly,
                sha256,
                done,
                wrong.stream().limit(MAX_BAD_ROWS).toList(),
                "",
                at,
                by,
                readAs);
    }
}
