package org.ncsoversight.reporting.heard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What we need of one mystery shop. */
record ShopMessage(
        String shop,
        long version,
        String ukprn,
        String touchpoint,
        String channel,
        LocalDate shopDate,
        List<Section> sections) {

    private static final String MEASURE_PREFIX = "shop-";

    ShopMessage {
        Limits.code("shop", shop);
        Limits.version(version);
        Limits.ukprn(ukprn);
        Limits.code("touchpoint", touchpoint);
        Limits.code("channel", channel);
        Limits.day("shopDate", shopDate);
        sections = Limits.atMost(Limits.MOST_PARTS, "sections", sections);
    }

    record Section(String section, BigDecimal score, BigDecimal maxScore) {

        Section {
            Limits.code("section", section);
            Limits.number("score", score);
            Limits.number("maxScore", maxScore);
        }
    }

    Heard.Fact asFact() {
        YearMonth month = YearMonth.from(shopDate);
        List<Latest.Share> shares = sections.stream()
                .map(section -> new Latest.Share(
                        TallyKey.of(MEASURE_PREFIX + section.section(), month, touchpoint, channel, TallyKey.NONE),
                        section.score(),
                        section.maxScore()))
                .toList();
        return new Heard.Fact(ukprn, Heard.Kind.SHOP, shop, Latest.counted(version, shares));
    }
}
