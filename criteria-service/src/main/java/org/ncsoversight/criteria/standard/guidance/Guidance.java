package org.ncsoversight.criteria.standard.guidance;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.model.Link;

/**
 * What the guidance document says.
 *
 * @param title what stands above its first element
 * @param criteria with the voices that their texts suggest and without prompts, which the document does not have
 * @param links found in the texts, in the direction in which they are told
 * @param lines how many lines it has
 */
public record Guidance(String title, List<Element> elements, List<Criterion> criteria, List<Link> links, int lines) {

    public Guidance {
        elements = List.copyOf(elements);
        criteria = List.copyOf(criteria);
        links = List.copyOf(links);
    }

    public Optional<Criterion> criterion(CriterionCode code) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }
}
