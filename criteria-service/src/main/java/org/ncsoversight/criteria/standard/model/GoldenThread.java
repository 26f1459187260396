package org.ncsoversight.criteria.standard.model;

import java.util.List;

/** A template for evidence that belongs together across criteria, in the order in which it is told. */
public record GoldenThread(String code, String title, String about, List<CriterionCode> criteria) {

    public GoldenThread {
        criteria = List.copyOf(criteria);
    }
}
