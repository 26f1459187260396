package org.ncsoversight.gateway.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places that belong together, as the home page lists them. */
public record PlaceGroup(String title, List<Place> places) {

    /** Each place once, under the first title that has it. */
    static List<PlaceGroup> merged(List<PlaceGroup> groups) {
        Map<String, List<Place>> byTitle = new LinkedHashMap<>();
        var seen = new ArrayList<Place>();
        for (PlaceGroup group : groups) {
            List<Place> places = byTitle.computeIfAbsent(group.title(), _ -> new ArrayList<>());
            for (Place place : group.places()) {
                if (!seen.contains(place)) {
                    seen.add(place);
                    places.add(place);
                }
            }
        }
        return byTitle.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new PlaceGroup(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
