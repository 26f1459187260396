package org.ncsoversight.evidence.presenting;

import java.util.Map;

/**
 * A piece of a page that a guest contributes.
 *
 * @param template the template that holds a fragment {@code content(model)}, for example commenting/comments
 * @param model what that fragment is given
 */
public record Fragment(String template, Map<String, Object> model) {

    public Fragment {
        model = Map.copyOf(model);
    }
}
