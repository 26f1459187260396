package org.ncsoversight.evidence.items.finding;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The filter of a list as it was asked for, right or wrong; what is blank asks for nothing. */
public record ListQuery(MultiValueMap<String, String> typed) {

    /** Everything a list can be narrowed by, in the order of the form. */
    static final List<String> FIELDS = List.of(
            "text",
            "state",
            "criterion",
            "edition",
            "voice",
            "kind",
            "classification",
            "owner",
            "thread",
            "provider",
            "periodFrom",
            "periodTo",
            "submittedFrom",
            "submittedTo",
            "reviewFrom",
            "reviewTo",
            "freshLook");

    private static final int MOST_VALUES = 20;

    public ListQuery {
        var kept = new LinkedMultiValueMap<String, String>();
        for (String field : FIELDS) {
            for (String value : Objects.requireNonNullElse(typed.get(field), List.<String>of())) {
                if (!value.isBlank() && kept.getOrDefault(field, List.of()).size() < MOST_VALUES) {
                    kept.add(field, value.strip());
                }
            }
        }
        typed = kept;
    }

    /** From the query of an address. */
    static ListQuery of(String query) {
        var encoded = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        var decoded = new LinkedMultiValueMap<String, String>();
        encoded.forEach((field, values) ->
                values.stream().filter(Objects::nonNull).forEach(value -> decoded.add(field, decoded(value))));
        return new ListQuery(decoded);
    }

    public String text(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    public boolean isEmpty() {
        return typed.isEmpty();
    }

    /** The same as the query of an address: always in one order, so that equal filters are equal texts. */
    public String query() {
        var parts = new ArrayList<String>();
        typed.forEach((field, values) ->
                values.forEach(value -> parts.add(field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return String.join("&", parts);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }
}
