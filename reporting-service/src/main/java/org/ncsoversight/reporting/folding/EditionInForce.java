package org.ncsoversight.reporting.folding;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.heard.EditionMessage;
import org.ncsoversight.reporting.readiness.Edition;

/** Which edition of the Standard to compute with on a day; looks into the store seldom, for editions change seldom. */
final class EditionInForce {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ReadOnlyKeyValueStore<String, String> store;
    private List<EditionMessage> editions = List.of();
    private long lookedAtMillis;

    EditionInForce(ReadOnlyKeyValueStore<String, String> store) {
        this.store = store;
    }

    Optional<Edition> on(LocalDate day, long nowMillis) {
        if (editions.isEmpty() || nowMillis - lookedAtMillis >= BETWEEN_LOOKS.toMillis()) {
            editions = read();
            lookedAtMillis = nowMillis;
        }
        return editions.stream()
                .filter(edition -> edition.inForceOn(day))
                .max(Comparator.comparing(EditionMessage::inForceFrom).thenComparing(EditionMessage::edition))
                .map(EditionMessage::asEdition);
    }

    private List<EditionMessage> read() {
        List<EditionMessage> found = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> found.add(Wire.JSON.readValue(entry.value, EditionMessage.class)));
        }
        return found;
    }
}
