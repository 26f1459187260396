package org.ncsoversight.criteria.standard.searching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.searching.CriteriaIndex.Hit;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.stereotype.Component;

/** Finds criteria by words, whatever their endings; the index is made anew when an edition has changed. */
@Component
public class SearchCriteria {

    static final int LONGEST_QUERY = 200;
    private static final int MOST_HITS = 50;

    private final EditionStore editions;

    private @Nullable CriteriaIndex index;
    private Map<EditionId, Long> indexed = Map.of();

    public SearchCriteria(EditionStore editions) {
        this.editions = editions;
    }

    /** One at a time: it takes a millisecond, and so nobody reads an index that is being replaced. */
    synchronized List<Hit> search(String words, Optional<String> edition) {
        String asked = words.strip();
        if (asked.isEmpty()) {
            return List.of();
        }
        return current().search(asked.substring(0, Math.min(LONGEST_QUERY, asked.length())), edition, MOST_HITS);
    }

    private CriteriaIndex current() {
        Map<EditionId, Long> versions = editions.versions();
        if (index != null && versions.equals(indexed)) {
            return index;
        }
        var fresh = new CriteriaIndex(editions.all());
        if (index != null) {
            index.close();
        }
        index = fresh;
        indexed = versions;
        return fresh;
    }
}
