package org.ncsoversight.evidence.finding;

import java.util.List;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.store.EvidenceFilter;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.springframework.stereotype.Component;

/** Asks the store what somebody asked us. */
@Component
class Finding {

    private final EvidenceStore store;
    private final ReadQuery readQuery;
    private final QueryWords words;

    Finding(EvidenceStore store, ReadQuery readQuery, QueryWords words) {
        this.store = store;
        this.readQuery = readQuery;
        this.words = words;
    }

    ReadQuery.Outcome read(ListQuery query) {
        return readQuery.read(query);
    }

    EvidenceStore.Page list(EvidenceFilter filter, EvidenceStore.Slice slice, Caller caller) {
        return store.list(filter, slice, caller.visible());
    }

    /** A filter that cannot be read is a problem. */
    EvidenceStore.Page list(ListQuery query, EvidenceStore.Slice slice, Caller caller) {
        return list(readQuery.orProblem(query), slice, caller);
    }

    Iterable<Evidence> all(ListQuery query, Caller caller) {
        return new FoundEvidence(store, readQuery.orProblem(query), caller.visible());
    }

    List<Spreadsheet.Setting> inWords(ListQuery query) {
        return words.of(query);
    }
}
