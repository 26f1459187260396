package org.ncsoversight.reporting.contract;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What readiness was computed from, for reconciling with the producers.
 *
 * @param threads golden threads, closed ones too; left out of JSON while there is none
 * @param registers registers that were ever counted; left out of JSON while there is none
 * @param hash 16 hex digits: the sum, modulo 2^64, of the first 8 bytes of SHA-256 of {@code kind/id/version} over the
 *     newest version of every entity, so the order of arrival does not show
 */
public record Folded(
        @Schema(description = "Evidence items.", minimum = "0")
        long evidence,

        @Schema(description = "Survey responses.", minimum = "0")
        long responses,

        @Schema(description = "Mystery shops.", minimum = "0")
        long shops,

        @Schema(description = "Outcome claims.", minimum = "0")
        long claims,

        @Schema(description = "Golden threads; absent while there is none.", requiredMode = NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long threads,

        @Schema(description = "Registers ever counted; absent while there is none.", requiredMode = NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long registers,

        @Schema(
                description = "Over kind, id and version of all of them, whatever the order: 16 hexadecimal digits.",
                example = "00f1e2d3c4b5a697")
        String hash) {

    /** Nothing yet. */
    public static final Folded NOTHING = new Folded(0, 0, 0, 0, 0, 0, "0".repeat(16));

    public Folded {
        requireNonNull(hash, "hash");
    }

    /** Reads what was written before there were threads and registers too; all else must be there. */
    @JsonCreator
    static Folded read(
            @JsonProperty("evidence") long evidence,
            @JsonProperty("responses") long responses,
            @JsonProperty("shops") long shops,
            @JsonProperty("claims") long claims,
            @JsonProperty("threads") @Nullable Long threads,
            @JsonProperty("registers") @Nullable Long registers,
            @JsonProperty("hash") String hash) {
        return new Folded(
                evidence,
                responses,
                shops,
                claims,
                requireNonNullElse(threads, 0L),
                requireNonNullElse(registers, 0L),
                hash);
    }
}
