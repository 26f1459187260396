package org.ncsoversight.reporting.contract;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What readiness was computed from, for reconciling with the producers.
 *
 * @param threads golden threads, closed ones too; left out of JSON while there is none
 * @param registers registers that were ever counted; left out of JSON while there is none
 * @param evidenceUpTo when the newest of what evidence-service said was recorded; left out of JSON while it is unknown
 * @param hash 16 hex digits: the sum, modulo 2^64, of the first 8 bytes of SHA-256 of {@code kind/id/version} over the
 *     newest version of every entity, so the order of arrival does not show
 */
public record Folded(
        long evidence,
        long responses,
        long shops,
        long claims,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long threads,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long registers,
        String hash,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant evidenceUpTo) {

    /** Nothing yet. */
    public static final Folded NOTHING = new Folded(0, 0, 0, 0, 0, 0, "0".repeat(16), null);

    public Folded {
        requireNonNull(hash, "hash");
    }

    /** Reads what was written before there were threads, registers and times too; all else must be there. */
    @JsonCreator
    static Folded read(
            @JsonProperty("evidence") long evidence,
            @JsonProperty("responses") long responses,
            @JsonProperty("shops") long shops,
            @JsonProperty("claims") long claims,
            @JsonProperty("threads") @Nullable Long threads,
            @JsonProperty("registers") @Nullable Long registers,
            @JsonProperty("hash") String hash,
            @JsonProperty("evidenceUpTo") @Nullable Instant evidenceUpTo) {
        return new Folded(
                evidence,
                responses,
                shops,
                claims,
                requireNonNullElse(threads, 0L),
                requireNonNullElse(registers, 0L),
                hash,
                evidenceUpTo);
    }

    /** The same after something of evidence-service was folded that was recorded then. */
    public Folded withEvidenceUpTo(Instant recorded) {
        return evidenceUpTo != null && evidenceUpTo.isAfter(recorded)
                ? this
                : new Folded(evidence, responses, shops, claims, threads, registers, hash, recorded);
    }
}
