package org.ncsoversight.evidence.items.finding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.NamedThreads;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.WholeList;
import org.springframework.stereotype.Component;

/** Asks the store what somebody asked us. */
@Component
class Finding {

    private final EvidenceStore store;
    private final ReadQuery readQuery;
    private final QueryWords words;
    private final NamedThreads threads;

    Finding(EvidenceStore store, ReadQuery readQuery, QueryWords words, NamedThreads threads) {
        this.store = store;
        this.readQuery = readQuery;
        this.words = words;
        this.threads = threads;
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
        var filter = readQuery.orProblem(query);
        return new WholeList<>(after -> {
            var slice = new EvidenceStore.Slice(EvidenceStore.Order.NEWEST_FIRST, after, WholeList.PAGE_LENGTH);
            var page = store.list(filter, slice, caller.visible());
            return new WholeList.Page<>(page.items(), page.next());
        });
    }

    List<Spreadsheet.Setting> inWords(ListQuery query, Caller caller) {
        return words.of(query, caller.visible());
    }

    /** The threads a list can be narrowed to: of the provider that is asked for, else of the own organisation. */
    List<NamedThreads.Named> threads(@Nullable ProviderId asked, Caller caller) {
        return Optional.ofNullable(asked).or(caller::organisation).stream()
                .flatMap(provider -> threads.named(provider, caller.visible()).stream())
                .toList();
    }
}
