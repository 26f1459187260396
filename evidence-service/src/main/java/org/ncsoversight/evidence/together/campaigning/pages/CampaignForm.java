package org.ncsoversight.evidence.together.campaigning.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.together.campaigning.CampaignInput;
import org.ncsoversight.evidence.together.model.Campaign;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A page's form with everything as it was typed, so that it can be shown again. */
public record CampaignForm(MultiValueMap<String, String> typed) {

    private static final String EVERYONE = "everyone";

    static CampaignForm fresh() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("campaign", UUID.randomUUID().toString());
        return new CampaignForm(typed);
    }

    /** What is kept, as if it had just been typed. */
    static CampaignForm of(Campaign campaign) {
        var asked = campaign.asked();
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("version", Long.toString(campaign.version()));
        typed.add("title", asked.title());
        typed.add("request", asked.request());
        asked.criteria().forEach(code -> typed.add("criteria", code.value()));
        date(typed, asked.dueOn());
        typed.add("whom", "listed");
        typed.add("providers", asked.providers().stream().map(ProviderId::ukprn).collect(Collectors.joining("\n")));
        return new CampaignForm(typed);
    }

    /** For a page that says only the version it shows. */
    static CampaignForm seen(long version) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("version", Long.toString(version));
        return new CampaignForm(typed);
    }

    public String text(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    public boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    CampaignInput input() {
        return new CampaignInput(
                null,
                text("title"),
                text("request"),
                typed.getOrDefault("criteria", List.of()),
                due(),
                has("whom", EVERYONE),
                text("providers").lines().toList());
    }

    UUID id() {
        return EvidenceId.of(text("campaign")).map(EvidenceId::value).orElseGet(UUID::randomUUID);
    }

    /** A form that does not say what it saw has seen nothing, so it never overwrites. */
    long version() {
        try {
            return Long.parseLong(text("version"));
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    /** Three boxes as one ISO date; empty only when all three are. */
    String due() {
        String day = text("due-day").strip();
        String month = text("due-month").strip();
        String year = text("due-year").strip();
        return day.isEmpty() && month.isEmpty() && year.isEmpty() ? "" : year + "-" + month + "-" + day;
    }

    private static void date(MultiValueMap<String, String> typed, LocalDate due) {
        typed.add("due-day", Integer.toString(due.getDayOfMonth()));
        typed.add("due-month", Integer.toString(due.getMonthValue()));
        typed.add("due-year", Integer.toString(due.getYear()));
    }
}
