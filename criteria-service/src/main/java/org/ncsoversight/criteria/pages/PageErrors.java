package org.ncsoversight.criteria.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.ncsoversight.answers.FieldError;

/** What the error summary lists and what stands beside each field. */
public record PageErrors(List<FieldError> all) {

    public static final PageErrors NONE = new PageErrors(List.of());

    public boolean any() {
        return !all.isEmpty();
    }

    public boolean on(String field) {
        return all.stream().anyMatch(problem -> problem.field().equals(field));
    }

    public String of(String field) {
        return all.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FieldError::message)
                .collect(Collectors.joining(". "));
    }

    /** What is put before the title of the page. */
    public String prefix() {
        return any() ? "Error: " : "";
    }
}
