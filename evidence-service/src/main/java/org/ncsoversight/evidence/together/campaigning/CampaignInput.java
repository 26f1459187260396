package org.ncsoversight.evidence.together.campaigning;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as somebody sent it, by form or as JSON: text that has not been looked at; what is absent is empty.
 *
 * @param everyone all providers known now, instead of those named
 */
public record CampaignInput(
        @Nullable String campaign,
        String title,
        String request,
        List<String> criteria,
        String due,
        @Nullable Boolean everyone,
        List<String> providers) {

    public CampaignInput {
        title = Objects.requireNonNullElse(title, "");
        request = Objects.requireNonNullElse(request, "");
        criteria = list(criteria);
        due = Objects.requireNonNullElse(due, "");
        providers = list(providers);
    }

    boolean asksEveryone() {
        return Boolean.TRUE.equals(everyone);
    }

    private static List<String> list(@Nullable List<String> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}
