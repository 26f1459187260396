package org.ncsoversight.feedback.shopping;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shop as somebody wrote it down, nothing of it checked. */
public record ShopForm(
        @Nullable String shop,
        @Nullable String wave,
        @Nullable String touchpoint,
        @Nullable String subcontractorUkprn,
        @Nullable String channel,
        @Nullable String scenario,
        @Nullable String shopDate,
        @Nullable List<SectionForm> sections,
        @Nullable String comment) {

    /** Under this id, unless it has one of its own. */
    ShopForm orNamed(UUID id) {
        return shop == null || shop.isBlank()
                ? new ShopForm(
                        id.toString(),
                        wave,
                        touchpoint,
                        subcontractorUkprn,
                        channel,
                        scenario,
                        shopDate,
                        sections,
                        comment)
                : this;
    }

    /** One section's line; both fields empty means that it did not apply. */
    public record SectionForm(
            @Nullable String section,
            @Nullable String score,
            @Nullable String maxScore) {}
}
