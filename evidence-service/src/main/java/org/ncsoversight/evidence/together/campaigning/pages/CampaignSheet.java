package org.ncsoversight.evidence.together.campaigning.pages;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.evidence.items.presentation.ItemWords;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Setting;
import org.ncsoversight.evidence.together.campaigning.Overview;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.Progress;
import org.springframework.stereotype.Component;

/** Who has answered, as a table to take away. */
@Component
class CampaignSheet {

    private final CampaignWords progressWords;
    private final Words words;
    private final ItemWords itemWords;

    CampaignSheet(CampaignWords progressWords, Words words, ItemWords itemWords) {
        this.progressWords = progressWords;
        this.words = words;
        this.itemWords = itemWords;
    }

    Spreadsheet<Overview.Row> of(Campaign campaign, Optional<Progress> wanted) {
        var filter = List.of(
                new Setting("Campaign", campaign.asked().title()),
                new Setting("Due", words.day(campaign.asked().dueOn())),
                new Setting("Progress", wanted.map(progressWords::progress).orElse("All")));
        return new Spreadsheet<>(
                "Answers to a campaign",
                filter,
                List.of(
                        new Column<>("UKPRN", Overview.Row::provider),
                        new Column<>("Provider", Overview.Row::name),
                        new Column<>("Progress", row -> progressWords.progress(row.progress())),
                        new Column<>("First answered after the due date", row -> row.afterDue() ? "yes" : "no"),
                        new Column<>(
                                "Evidence",
                                row -> latest(row)
                                        .map(given -> given.reply().evidence())
                                        .orElse(null)),
                        new Column<>(
                                "State of the evidence",
                                row -> Optional.ofNullable(row.itemState())
                                        .map(itemWords::state)
                                        .orElse(null)),
                        new Column<>(
                                "Reason for nothing to send",
                                row -> latest(row)
                                        .map(given -> given.reply().nothingBecause())
                                        .orElse(null)),
                        new Column<>(
                                "Answered",
                                row -> latest(row).map(CampaignAnswer.Given::at).orElse(null)),
                        new Column<>(
                                "Answered by",
                                row -> latest(row)
                                        .map(given -> given.by().username())
                                        .orElse(null))));
    }

    private static Optional<CampaignAnswer.Given> latest(Overview.Row row) {
        return Optional.ofNullable(row.answer()).map(CampaignAnswer::latest);
    }
}
