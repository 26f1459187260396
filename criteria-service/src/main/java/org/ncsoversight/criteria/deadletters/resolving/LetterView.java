package org.ncsoversight.criteria.deadletters.resolving;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.LetterGroup;
import org.ncsoversight.criteria.deadletters.model.Original;

/** A letter as JSON; with what the record says only when one is asked for. */
record LetterView(
        String id,
        String group,
        String service,
        String topic,
        String reason,
        String detail,
        Origin origin,
        Instant at,
        long sizeInBytes,
        String sha256,
        boolean whole,
        String state,
        long version,
        @Nullable String replayOf,
        @Nullable String failedAgain,
        List<Step> steps,
        @Nullable Shown record) {

    record Origin(String topic, int partition, long offset) {}

    record Step(String to, String by, Instant at, String reason) {}

    /** As much of the record as a page shows. */
    record Shown(@Nullable String key, @Nullable String excerpt, List<Words.HeaderRow> headers) {

        static Shown of(Original original) {
            return new Shown(
                    original.key().map(Words::excerpt).orElse(null),
                    original.value().map(Words::excerpt).orElse(null),
                    Words.headers(original));
        }
    }

    /** A group as JSON. */
    record Group(
            String id,
            String service,
            String topic,
            String reason,
            long open,
            long replayed,
            long setAside,
            long dropped,
            Instant first,
            Instant last,
            @Nullable Work work) {

        record Work(
                String to,
                String by,
                Instant at,
                String reason,
                long done,
                long failed,
                @Nullable Instant ended) {}

        static Group of(LetterGroup group) {
            return new Group(
                    group.id(),
                    group.kind().service(),
                    group.kind().topic(),
                    group.kind().reason(),
                    group.counts().open(),
                    group.counts().replayed(),
                    group.counts().setAside(),
                    group.counts().dropped(),
                    group.first(),
                    group.last(),
                    group.work()
                            .map(work -> new Work(
                                    word(work.to()),
                                    work.by(),
                                    work.at(),
                                    work.reason(),
                                    work.done(),
                                    work.failed(),
                                    work.ended().orElse(null)))
                            .orElse(null));
        }
    }

    static LetterView of(Letter letter, @Nullable Shown record) {
        return new LetterView(
                letter.id(),
                letter.kind().group(),
                letter.kind().service(),
                letter.kind().topic(),
                letter.kind().reason(),
                letter.detail(),
                new Origin(
                        letter.origin().topic(),
                        letter.origin().partition(),
                        letter.origin().offset()),
                letter.at(),
                letter.content().sizeInBytes(),
                letter.content().sha256(),
                letter.content().whole(),
                word(letter.state()),
                letter.version(),
                letter.replayOf().orElse(null),
                letter.handling().failedAgain().orElse(null),
                letter.handling().steps().stream()
                        .map(step -> new Step(word(step.to()), step.by(), step.at(), step.reason()))
                        .toList(),
                record);
    }

    static String word(Letter.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
