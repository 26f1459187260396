package org.ncsoversight.feedback.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.feedback.model.Channel;
import org.ncsoversight.feedback.model.FeedbackEvent.ShopRecorded;
import org.ncsoversight.feedback.model.Section;
import org.ncsoversight.feedback.model.SectionScore;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.feedback.security.Callers;

/** What every shop store must do. */
public abstract class ShopStoreContract {

    private ShopStore store;

    protected abstract ShopStore store();

    @BeforeEach
    void start() {
        store = store();
    }

    @Test
    void a_shop_comes_back_as_it_was_recorded() {
        var shop = shop("overall");

        assertThat(store.add(recorded(shop))).isEmpty();

        assertThat(store.find(shop.id(), Callers.all())).contains(shop);
    }

    @Test
    void a_shop_that_is_there_is_answered_and_not_changed() {
        var shop = shop("overall");
        var other = new Shop(
                shop.id(),
                1,
                shop.provider(),
                shop.touchpoint(),
                "other wave",
                shop.channel(),
                shop.scenario(),
                shop.shopDate(),
                shop.sections(),
                "");
        store.add(recorded(shop));

        assertThat(store.add(recorded(other))).contains(shop);
        assertThat(store.find(shop.id(), Callers.all())).contains(shop);
    }

    @Test
    void only_who_may_see_the_provider_finds_its_shop() {
        var shop = shop("overall");
        store.add(recorded(shop));

        assertThat(store.find(shop.id(), Callers.only("99000001"))).isPresent();
        assertThat(store.find(shop.id(), Callers.only("99000002"))).isEmpty();
        assertThat(store.find(shop.id(), Callers.none())).isEmpty();
        assertThat(store.find(new ShopId(UUID.randomUUID()), Callers.all())).isEmpty();
    }

    public static Shop shop(String comment) {
        return new Shop(
                new ShopId(UUID.randomUUID()),
                1,
                new Ukprn("99000001"),
                new Touchpoint("0000000201"),
                "2026-10",
                Channel.FACE_TO_FACE,
                "returner",
                LocalDate.parse("2026-10-20"),
                List.of(new SectionScore(Section.ACCESS, 8, 10), new SectionScore(Section.REFERRAL, 0, 5)),
                comment);
    }

    public static ShopRecorded recorded(Shop shop) {
        return new ShopRecorded(UUID.randomUUID(), Instant.parse("2026-11-23T12:00:00Z"), shop);
    }
}
