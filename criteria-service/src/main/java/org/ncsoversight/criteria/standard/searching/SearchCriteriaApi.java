package org.ncsoversight.criteria.standard.searching;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.standard.searching.CriteriaIndex.Hit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search as JSON: each sentence in runs of text, so that nobody has to trust markup. */
@RestController
class SearchCriteriaApi {

    record Answer(String q, boolean shortened, List<Hit> items) {}

    private final SearchCriteria searchCriteria;

    SearchCriteriaApi(SearchCriteria searchCriteria) {
        this.searchCriteria = searchCriteria;
    }

    @GetMapping("/api/criteria/search")
    Answer search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String edition) {
        return new Answer(
                q,
                q.strip().length() > SearchCriteria.LONGEST_QUERY,
                searchCriteria.search(q, Optional.of(edition).filter(code -> !code.isBlank())));
    }
}
