package org.ncsoversight.feedback.shopping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.feedback.model.Shop;

/** A shop as the API tells of it; the shopper's free text is for people and stays on the page. */
record ShopAnswer(
        @Schema(description = "Its id.") UUID shop,
        long version,
        String ukprn,
        String touchpoint,

        @Schema(description = "The wave.", example = "2026-10")
        String wave,

        @Schema(description = "1 to 5.", example = "1") String channel,

        @Schema(description = "Who the shopper played.", example = "returner")
        String scenario,

        @Schema(description = "The day of the shop.") LocalDate shopDate,
        List<Score> sections) {

    record Score(
            @Schema(description = "Code of a section.", example = "access")
            String section,

            @Schema(description = "Points.", minimum = "0", maximum = "1000")
            int score,

            @Schema(description = "Points there were to have.", minimum = "1", maximum = "1000")
            int maxScore) {}

    static ShopAnswer of(Shop shop) {
        return new ShopAnswer(
                shop.id().value(),
                shop.version(),
                shop.provider().value(),
                shop.touchpoint().value(),
                shop.wave(),
                shop.channel().code(),
                shop.scenario(),
                shop.shopDate(),
                shop.sections().stream()
                        .map(scored -> new Score(scored.section().code(), scored.score(), scored.maxScore()))
                        .toList());
    }
}
