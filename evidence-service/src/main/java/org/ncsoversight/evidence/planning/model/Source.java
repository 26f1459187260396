package org.ncsoversight.evidence.planning.model;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Voice;

/** What an improvement action answers to; what it quotes is kept here, so that it can be read whatever becomes of its origin. */
public sealed interface Source {

    /** Which of them it is. */
    enum Kind {
        GAP,
        THEME,
        AREA,
        EVIDENCE;

        /** The word used in JSON and exports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    Kind kind();

    /** No evidence, or none in one voice, was there for a criterion. */
    record Gap(CriterionCode criterion, @Nullable Voice voice) implements Source {
        @Override
        public Kind kind() {
            return Kind.GAP;
        }
    }

    /** Something that came up in feedback, by its code where it has one. */
    record Theme(@Nullable String code, String text) implements Source {
        @Override
        public Kind kind() {
            return Kind.THEME;
        }
    }

    /** An area for continuous improvement of an assessor's report. */
    record Area(String report, CriterionCode criterion, String text) implements Source {
        @Override
        public Kind kind() {
            return Kind.AREA;
        }
    }

    /** A piece of evidence that shows the need. */
    record Item(EvidenceId evidence) implements Source {
        @Override
        public Kind kind() {
            return Kind.EVIDENCE;
        }
    }
}
