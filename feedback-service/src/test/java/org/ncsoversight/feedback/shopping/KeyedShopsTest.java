package org.ncsoversight.feedback.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.feedback.model.FeedbackEvent.ShopRecorded;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;

class KeyedShopsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final InMemoryShopStore shops = new InMemoryShopStore();

    @Test
    void a_key_names_one_shop_of_one_caller() {
        assertThat(named("ann", "k", NOW)).isEqualTo(named("ann", " k", NOW)).isNotEqualTo(named("bob", "k", NOW));
    }

    @Test
    void after_a_day_the_key_names_another_shop_and_that_one_for_a_day() {
        ShopId first = named("ann", "k", NOW);
        record(first, NOW);
        assertThat(named("ann", "k", NOW.plus(Duration.ofHours(24).minusMillis(1))))
                .isEqualTo(first);

        Instant later = NOW.plus(Duration.ofHours(24));
        ShopId second = named("ann", "k", later);
        assertThat(second).isNotEqualTo(first);
        record(second, later);
        assertThat(named("ann", "k", later.plus(Duration.ofHours(23)))).isEqualTo(second);
        assertThat(named("ann", "k", later.plus(Duration.ofHours(24)))).isNotIn(first, second);
    }

    private ShopId named(String caller, String key, Instant at) {
        return new KeyedShops(shops, Clock.fixed(at, ZoneOffset.UTC)).named(caller, key);
    }

    private void record(ShopId id, Instant at) {
        Shop shop = ShopStoreContract.shop("overall");
        shops.add(new ShopRecorded(
                UUID.randomUUID(),
                at,
                new Shop(
                        id,
                        shop.version(),
                        shop.provider(),
                        shop.touchpoint(),
                        shop.wave(),
                        shop.channel(),
                        shop.scenario(),
                        shop.shopDate(),
                        shop.sections(),
                        shop.comment())));
    }
}
