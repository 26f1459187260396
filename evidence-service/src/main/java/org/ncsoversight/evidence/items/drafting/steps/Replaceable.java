package org.ncsoversight.evidence.items.drafting.steps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** Which earlier items a draft may replace: the own organisation's accepted ones for one of its criteria. */
@Component
class Replaceable {

    /** More than anybody looks through. */
    private static final int MOST_OF_A_CRITERION = 50;

    private final EvidenceStore store;

    Replaceable(EvidenceStore store) {
        this.store = store;
    }

    /** Latest first, and always the one that was chosen already. */
    List<Evidence> by(Draft draft, Caller caller) {
        Map<EvidenceId, Evidence> found = new LinkedHashMap<>();
        chosen(draft, caller).ifPresent(item -> found.put(item.id(), item));
        draft.proposal().all(Field.CRITERIA).stream()
                .filter(CriterionCode::isCode)
                .map(code -> new EvidenceFilter(draft.provider(), new CriterionCode(code), EvidenceState.ACCEPTED))
                .flatMap(filter -> store
                        .list(
                                filter,
                                new EvidenceStore.Slice(EvidenceStore.Order.NEWEST_FIRST, null, MOST_OF_A_CRITERION),
                                caller.own())
                        .items()
                        .stream())
                .forEach(item -> found.putIfAbsent(item.id(), item));
        return List.copyOf(found.values());
    }

    /** Empty also when it is nobody's or another organisation's. */
    Optional<Evidence> chosen(Draft draft, Caller caller) {
        return EvidenceId.of(draft.proposal().text(Field.REPLACES)).flatMap(id -> store.find(id, caller.own()));
    }
}
