package org.ncsoversight.reporting.folding;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.heard.Origin;

/** Where records go that could not be used. Never fails: a letter that cannot be written stops nobody. */
@FunctionalInterface
public interface DeadLetters {

    void setAside(
            Origin origin, @Nullable String key, byte @Nullable [] value, Headers headers, Heard.Unreadable unreadable);
}
