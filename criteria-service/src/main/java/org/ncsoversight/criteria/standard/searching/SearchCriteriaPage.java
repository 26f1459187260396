package org.ncsoversight.criteria.standard.searching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.searching.CriteriaIndex.Hit;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search for people. */
@Controller
class SearchCriteriaPage {

    private final SearchCriteria searchCriteria;
    private final EditionStore editions;

    SearchCriteriaPage(SearchCriteria searchCriteria, EditionStore editions) {
        this.searchCriteria = searchCriteria;
        this.editions = editions;
    }

    @GetMapping("/criteria/search")
    String search(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String edition, Model model) {
        Map<String, String> titles = editions.all().reversed().stream()
                .collect(Collectors.toMap(
                        known -> known.id().value(), Edition::title, (one, other) -> one, LinkedHashMap::new));
        List<Hit> hits = searchCriteria.search(q, Optional.of(edition).filter(titles::containsKey));
        model.addAttribute("q", q);
        model.addAttribute("edition", edition);
        model.addAttribute("titles", titles);
        model.addAttribute("asked", !q.isBlank());
        model.addAttribute("shortened", q.strip().length() > SearchCriteria.LONGEST_QUERY);
        model.addAttribute("hits", hits);
        return "standard/searching/search";
    }
}
