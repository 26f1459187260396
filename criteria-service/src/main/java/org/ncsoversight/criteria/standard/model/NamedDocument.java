package org.ncsoversight.criteria.standard.model;

import java.util.List;

/** A document that the Standard calls by its name, and the criteria that ask for it. */
public record NamedDocument(String code, String title, List<CriterionCode> criteria) {

    public NamedDocument {
        criteria = List.copyOf(criteria);
    }
}
