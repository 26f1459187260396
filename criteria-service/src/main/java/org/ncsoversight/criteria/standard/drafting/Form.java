package org.ncsoversight.criteria.standard.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.standard.model.CriterionCode;

/** What was typed, and what is wrong with it. */
final class Form {

    private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;]+");

    private final Map<String, List<String>> typed;
    private final List<FieldError> problems = new ArrayList<>();

    Form(Map<String, List<String>> typed) {
        this.typed = Map.copyOf(typed);
    }

    List<FieldError> problems() {
        return List.copyOf(problems);
    }

    List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** As typed, without space around it and with one kind of line end. */
    String text(String field) {
        return all(field).stream()
                .findFirst()
                .map(text -> text.replace("\r\n", "\n").replace('\r', '\n').strip())
                .orElse("");
    }

    String needed(String field, String what) {
        String text = text(field);
        if (text.isEmpty()) {
            wrong(field, "missing", "Enter " + what);
        }
        return text;
    }

    List<String> lines(String field) {
        return text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Criteria as codes with anything between them. */
    List<CriterionCode> codes(String field) {
        return Stream.of(BETWEEN_CODES.split(text(field)))
                .filter(code -> !code.isEmpty())
                .flatMap(code -> {
                    Optional<CriterionCode> parsed = CriterionCode.parse(code);
                    if (parsed.isEmpty()) {
                        wrong(field, "not-a-criterion", code + " is not the number of a criterion");
                    }
                    return parsed.stream();
                })
                .distinct()
                .toList();
    }

    void wrong(String field, String code, String message) {
        problems.add(new FieldError(field, code, message));
    }
}
