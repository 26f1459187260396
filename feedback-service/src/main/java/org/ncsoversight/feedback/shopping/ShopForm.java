package org.ncsoversight.feedback.shopping;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shop as somebody wrote it down, nothing of it checked. */
public record ShopForm(
        @Schema(description = "A UUID of the sender's; without it one is made.") @Nullable
        String shop,

        @Schema(
                description = "The wave: letters, digits, spaces and . _ : / - only.",
                requiredMode = REQUIRED,
                maxLength = 60,
                example = "2026-10")
        @Nullable
        String wave,

        @Schema(requiredMode = REQUIRED) @Nullable String touchpoint,

        @Schema(description = "UKPRN of who delivered, when it was not the prime.") @Nullable
        String subcontractorUkprn,

        @Schema(
                description = "A number from 1 to 5, in quotation marks.",
                requiredMode = REQUIRED,
                pattern = "^[1-5]$",
                example = "1")
        @Nullable
        String channel,

        @Schema(
                description = "Who the shopper played: the characters of a wave.",
                requiredMode = REQUIRED,
                maxLength = 60,
                example = "returner")
        @Nullable
        String scenario,

        @Schema(
                description = "The day of the shop, today or earlier.",
                requiredMode = REQUIRED,
                format = "date",
                example = "2026-10-20")
        @Nullable
        String shopDate,

        @Schema(description = "The scores; at least one section.", requiredMode = REQUIRED) @Nullable
        List<SectionForm> sections,

        @Schema(description = "Free text, shown to people alone.", maxLength = 4000) @Nullable
        String comment) {

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
            @Schema(description = "Code of a section.", example = "access") @Nullable
            String section,

            @Schema(description = "A whole number, at most maxScore.", pattern = "^[0-9]{1,4}$", example = "8")
            @Nullable
            String score,

            @Schema(description = "A whole number, 1 to 1000.", pattern = "^[0-9]{1,4}$", example = "10") @Nullable
            String maxScore) {}
}
