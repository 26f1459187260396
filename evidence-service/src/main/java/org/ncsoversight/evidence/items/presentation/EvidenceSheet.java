package org.ncsoversight.evidence.items.presentation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Setting;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.stereotype.Component;

/** Evidence as rows, the same in every list of it. */
@Component
public class EvidenceSheet {

    private final KnownProviders providers;
    private final Words words;
    private final ItemWords itemWords;

    EvidenceSheet(KnownProviders providers, Words words, ItemWords itemWords) {
        this.providers = providers;
        this.words = words;
        this.itemWords = itemWords;
    }

    public Spreadsheet<Evidence> of(String title, List<Setting> filter) {
        Map<ProviderId, String> names = new HashMap<>();
        return new Spreadsheet<>(
                title,
                filter,
                List.of(
                        new Column<>("Id", Evidence::id),
                        new Column<>("Title", item -> item.content().title()),
                        new Column<>("State", item -> itemWords.state(item.state())),
                        new Column<>("UKPRN", Evidence::provider),
                        new Column<>("Provider", item -> names.computeIfAbsent(item.provider(), providers::nameOf)),
                        new Column<>("Edition", item -> item.content().edition()),
                        new Column<>("Criteria", EvidenceSheet::criteria),
                        new Column<>("Voice", item -> words.voice(item.content().voice())),
                        new Column<>("Kind", item -> item.content().kind().word()),
                        new Column<>("Statement", item -> item.content().statement()),
                        new Column<>(
                                "Period from", item -> item.content().period().from()),
                        new Column<>(
                                "Period to", item -> item.content().period().to()),
                        new Column<>("Review date", item -> item.content().reviewDate()),
                        new Column<>(
                                "Classification",
                                item -> item.content().classification().word()),
                        new Column<>("Owner", item -> item.content().owner()),
                        new Column<>("Link", item -> item.content().link()),
                        new Column<>("Number of files", item -> item.files().size()),
                        new Column<>("Submitted", item -> item.submitted().at()),
                        new Column<>(
                                "Submitted by", item -> item.submitted().by().username()),
                        new Column<>("Latest change", item -> item.latest().at()),
                        new Column<>("Reason", item -> item.changeOfState().reason())));
    }

    private static String criteria(Evidence item) {
        return item.content().codes().stream().map(CriterionCode::value).collect(Collectors.joining(", "));
    }
}
