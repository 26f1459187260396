package org.ncsoversight.feedback.shopping;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.feedback.model.Shop;

/** A shop as the API tells of it; the shopper's free text is for people and stays on the page. */
record ShopAnswer(
        UUID shop,
        long version,
        String ukprn,
        String touchpoint,
        String wave,
        String channel,
        String scenario,
        LocalDate shopDate,
        List<Score> sections) {

    record Score(String section, int score, int maxScore) {}

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
