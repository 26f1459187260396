package org.ncsoversight.evidence.planning.improving.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.improving.Gaps;

/** One gap to tick on the form: its key and the criterion and voice it is about. */
public record GapBox(String key, String criterion, List<Voice> voices) {

    /** Today's gaps, and those ticked before that have been filled since or name no voice. */
    static Map<String, List<GapBox>> all(ImprovementForm form, List<Gaps.Gap> gaps) {
        var boxes = new LinkedHashMap<String, GapBox>();
        form.all("gaps").forEach(key -> boxes.put(key, of(key)));
        gaps.forEach(gap -> boxes.putIfAbsent(gap.key(), of(gap.key())));
        var byCriterion = new LinkedHashMap<String, List<GapBox>>();
        boxes.values().stream()
                .filter(box -> CriterionCode.isCode(box.criterion()))
                .sorted(Comparator.comparing(box -> new CriterionCode(box.criterion())))
                .forEach(box -> byCriterion
                        .computeIfAbsent(box.criterion(), _ -> new ArrayList<>())
                        .add(box));
        return byCriterion;
    }

    private static GapBox of(String key) {
        var parts = key.split(":", 2);
        return new GapBox(
                key, parts[0], parts.length == 2 ? Voice.of(parts[1]).stream().toList() : List.of());
    }
}
