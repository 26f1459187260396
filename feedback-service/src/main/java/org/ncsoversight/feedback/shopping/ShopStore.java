package org.ncsoversight.feedback.shopping;

import java.util.Optional;
import org.ncsoversight.feedback.model.FeedbackEvent.ShopRecorded;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;
import org.ncsoversight.feedback.security.VisibleProviders;

/** Keeps mystery shops. */
public interface ShopStore {

    /** Adds a shop with its event, or answers the one that has this id already. */
    Optional<Shop> add(ShopRecorded recorded);

    Optional<Shop> find(ShopId id, VisibleProviders visible);
}
