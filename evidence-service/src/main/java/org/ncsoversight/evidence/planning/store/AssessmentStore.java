package org.ncsoversight.evidence.planning.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.Section;
import org.ncsoversight.evidence.planning.model.SectionKey;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps self-assessment reports, and of each signed one its content as it was signed. */
public interface AssessmentStore {

    /**
     * Narrows a list.
     *
     * @param draftsOf whose drafts are in it too; everybody else's reports are in it once they are signed
     */
    record Filter(@Nullable ProviderId provider, @Nullable ProviderId draftsOf) {

        public boolean accepts(SelfAssessment assessment) {
            return (provider == null || provider.equals(assessment.provider()))
                    && (assessment.isSigned() || assessment.provider().equals(draftsOf));
        }
    }

    /** Some reports, newest first, and whether more follow. */
    record Page(List<SelfAssessment> assessments, boolean more) {

        /** The list key to go on after. */
        public Optional<String> next() {
            return more ? Optional.of(assessments.getLast().listKey()) : Optional.empty();
        }
    }

    /** Keeps a new draft; false when its id is taken already or what it replaces has a later version, and then nothing changed. */
    boolean add(SelfAssessment assessment);

    /** Keeps a section of a draft over the version before; false when it was changed or signed meanwhile. */
    boolean write(UUID id, SectionKey key, Section section);

    /** Freezes a draft over the version before together with its content; false when it was changed meanwhile. */
    boolean sign(SelfAssessment signed, String content);

    Optional<SelfAssessment> find(UUID id, VisibleProviders visible);

    /** The content as it was signed, byte for byte. */
    Optional<String> signedContent(UUID id, VisibleProviders visible);

    Page list(Filter filter, @Nullable String after, int limit, VisibleProviders visible);
}
