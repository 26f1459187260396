package org.ncsoversight.evidence.items.bulk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceId;

/**
 * What will become or became of one item.
 *
 * @param code stable, for programs
 * @param message in words, for people
 * @param state where it stands now, in a word; null for what cannot be found
 * @param version of it now; null for what cannot be found
 */
public record Outcome(
        EvidenceId id,
        String title,
        Verdict verdict,
        String code,
        String message,
        @Nullable String state,
        @Nullable Long version) {

    /** Whether it happens. */
    public enum Verdict {
        WILL_HAPPEN,
        DONE,
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The same for what does not exist and for what the caller may not see. */
    static Outcome notFound(EvidenceId id) {
        return new Outcome(
                id, id.toString(), Verdict.REFUSED, "not-found", "There is no such item of yours", null, null);
    }

    public boolean refused() {
        return verdict == Verdict.REFUSED;
    }
}
