package org.ncsoversight.evidence.together.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Assignment;

/** Keeps who is to bring evidence for what. */
public interface AssignmentStore {

    /** Narrows a list; what is null is not asked for. */
    record Filter(
            @Nullable String assignee,
            @Nullable CriterionCode criterion,
            Assignment.@Nullable State state,
            @Nullable LocalDate overdueOn) {}

    /** Some, those due soonest first, and whether more follow. */
    record Page(List<Assignment> assignments, boolean more) {

        /** The list key to go on after. */
        public Optional<String> next() {
            return more ? Optional.of(assignments.getLast().listKey()) : Optional.empty();
        }
    }

    /** Keeps a new one; false when its id is taken already. */
    boolean add(Assignment assignment);

    /** Keeps a change to the version before; false when another change came first. */
    boolean change(Assignment assignment);

    Optional<Assignment> find(UUID id, VisibleProviders visible);

    Page list(Filter filter, @Nullable String after, int limit, VisibleProviders visible);

    /** Open ones that evidence of this voice for these criteria does; asked by the service itself, not by a caller. */
    List<Assignment> answeredBy(ProviderId provider, Collection<CriterionCode> criteria, Voice voice);
}
