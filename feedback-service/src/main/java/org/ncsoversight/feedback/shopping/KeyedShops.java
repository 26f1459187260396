package org.ncsoversight.feedback.shopping;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.ncsoversight.feedback.model.ShopId;
import org.springframework.stereotype.Component;

/**
 * Finds the shop that a caller's Idempotency-Key names. Its id follows from both, so that a repeat names the same shop
 * also after a crash; once that shop is a day old, the key names the next one.
 */
@Component
class KeyedShops {

    private static final Duration KEY_LASTS = Duration.ofHours(24);

    private final ShopStore shops;
    private final Clock clock;

    KeyedShops(ShopStore shops, Clock clock) {
        this.shops = shops;
        this.clock = clock;
    }

    ShopId named(String caller, String key) {
        ShopId id = following(caller + '\n' + key.strip());
        while (isSpent(id)) {
            id = following(id.value() + "\nnext");
        }
        return id;
    }

    private boolean isSpent(ShopId id) {
        return shops.recordedAt(id)
                .filter(at -> !clock.instant().isBefore(at.plus(KEY_LASTS)))
                .isPresent();
    }

    private static ShopId following(String text) {
        return new ShopId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
