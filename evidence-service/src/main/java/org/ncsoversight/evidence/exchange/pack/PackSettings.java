package org.ncsoversight.evidence.exchange.pack;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** Whom packs are exchanged with and how large they may be; application.yaml explains each. */
@ConfigurationProperties("evidence.packs")
@Validated
public record PackSettings(
        @NotNull String sharedKey,
        @NotNull DataSize importSize,
        @NotNull DataSize unpackedSize,
        @Min(1) int entries,
        @NotNull DataSize itemSize,
        @Min(1) int importsAtOnce) {

    public boolean signs() {
        return !sharedKey.isBlank();
    }
}
