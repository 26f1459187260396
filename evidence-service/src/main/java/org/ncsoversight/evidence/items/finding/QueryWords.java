package org.ncsoversight.evidence.items.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.presentation.ItemWords;
import org.ncsoversight.evidence.items.store.NamedThreads;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.stereotype.Component;

/** A filter in the words of the page, to be shown above a list and written into its file. */
@Component
class QueryWords {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("text", "Words"),
            Map.entry("state", "State"),
            Map.entry("criterion", "Criterion"),
            Map.entry("edition", "Edition of the Standard"),
            Map.entry("voice", "Voice"),
            Map.entry("kind", "Kind"),
            Map.entry("classification", "Classification"),
            Map.entry("owner", "Owner"),
            Map.entry("thread", "Golden thread"),
            Map.entry("provider", "Provider’s UKPRN"),
            Map.entry("periodFrom", "Covers days from"),
            Map.entry("periodTo", "Covers days to"),
            Map.entry("submittedFrom", "Submitted from"),
            Map.entry("submittedTo", "Submitted to"),
            Map.entry("reviewFrom", "Review date from"),
            Map.entry("reviewTo", "Review date to"),
            Map.entry("freshLook", "Needs a fresh look"));

    private final Words words;
    private final ItemWords itemWords;
    private final KnownStandard standard;
    private final NamedThreads threads;

    QueryWords(Words words, ItemWords itemWords, KnownStandard standard, NamedThreads threads) {
        this.words = words;
        this.itemWords = itemWords;
        this.standard = standard;
        this.threads = threads;
    }

    /** One line per field that narrows the list; a thread is called by its name to those who may see it. */
    List<Spreadsheet.Setting> of(ListQuery query, VisibleProviders visible) {
        var settings = new ArrayList<Spreadsheet.Setting>();
        for (String field : ListQuery.FIELDS) {
            if (!query.all(field).isEmpty()) {
                settings.add(new Spreadsheet.Setting(
                        NAMES.getOrDefault(field, field),
                        query.all(field).stream()
                                .map(value -> value(field, value, visible))
                                .collect(Collectors.joining(" or "))));
            }
        }
        return List.copyOf(settings);
    }

    private String value(String field, String value, VisibleProviders visible) {
        return switch (field) {
            case "state" -> EvidenceState.of(value).map(itemWords::state).orElse(value);
            case "voice" -> Voice.of(value).map(words::voice).orElse(value);
            case "kind" -> Kind.of(value).map(itemWords::kind).orElse(value);
            case "classification" ->
                Classification.of(value).map(itemWords::classification).orElse(value);
            case "edition" -> standard.edition(value).map(Edition::title).orElse(value);
            case "thread" ->
                EvidenceId.of(value)
                        .flatMap(id -> threads.nameOf(id.value(), visible))
                        .orElse(value);
            case "freshLook" -> "yes";
            default -> value;
        };
    }
}
