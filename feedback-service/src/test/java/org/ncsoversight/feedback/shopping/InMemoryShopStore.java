package org.ncsoversight.feedback.shopping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.feedback.model.FeedbackEvent.ShopRecorded;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;
import org.ncsoversight.feedback.security.VisibleProviders;

/** Shops for tests that need no database. */
public final class InMemoryShopStore implements ShopStore {

    private final Map<ShopId, Shop> shops = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Shop> add(ShopRecorded recorded) {
        return Optional.ofNullable(shops.putIfAbsent(recorded.shop().id(), recorded.shop()));
    }

    @Override
    public synchronized Optional<Shop> find(ShopId id, VisibleProviders visible) {
        return Optional.ofNullable(shops.get(id)).filter(shop -> visible.include(shop.provider()));
    }

    public synchronized List<Shop> all() {
        return List.copyOf(shops.values());
    }
}
