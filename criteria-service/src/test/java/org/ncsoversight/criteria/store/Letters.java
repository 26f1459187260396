package org.ncsoversight.criteria.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.Original;
import org.ncsoversight.criteria.deadletters.model.Sha256;

/** Letters for tests: one for each offset, a second apart. */
public final class Letters {

    public static final Instant START = Instant.parse("2026-10-14T09:30:00Z");
    public static final Letter.Kind KIND = new Letter.Kind("evidence", "ncs.providers.v1", "field-refused");

    private Letters() {}

    public static Letter letter(int offset) {
        return letter(KIND, offset, true);
    }

    public static Letter cut(int offset) {
        return letter(KIND, offset, false);
    }

    public static Letter letter(Letter.Kind kind, int offset, boolean whole) {
        var origin = new Letter.Origin("ncs.providers.v1", 0, offset);
        return new Letter(
                Letter.idOf(kind.service(), kind.reason() + origin),
                kind,
                origin,
                "ukprn",
                START.plusSeconds(offset),
                new Letter.Content(2, Sha256.of("{}".getBytes(UTF_8)), whole),
                Optional.empty(),
                Letter.Handling.NONE);
    }

    public static Original original() {
        return new Original(
                Optional.of(bytes("99000001")),
                Optional.of(bytes("{}")),
                List.of(new Original.Header("ce_type", bytes("some.type.v1"))));
    }

    private static Original.Bytes bytes(String text) {
        return new Original.Bytes(text.getBytes(UTF_8));
    }
}
