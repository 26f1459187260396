package org.ncsoversight.apidocs;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the document says of a service beyond its routes.
 *
 * @param name of the service in addresses: {@code feedback} for {@code /api/feedback}
 * @param authorities what each role gives, as the route table asks for it
 * @param everywhere codes of the problems that every route can answer, by status; {@code 413} and {@code 415} are told of
 *     routes that take a body
 */
public record ApiFacts(
        String name,
        String title,
        String description,
        Map<String, ? extends Collection<String>> authorities,
        Map<Integer, List<String>> everywhere) {

    public ApiFacts {
        authorities = Map.copyOf(authorities);
        everywhere = Map.copyOf(everywhere);
    }

    /** Where the document is read through the gateway. */
    public String publicPath() {
        return "/api/" + name + "/openapi.json";
    }
}
