package org.ncsoversight.gateway.limits;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** More came than this path takes. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limitInBytes;

    BodyTooLarge(DataSize limit) {
        super("More than " + limit.toBytes() + " bytes");
        this.limitInBytes = limit.toBytes();
    }

    public DataSize limit() {
        return DataSize.ofBytes(limitInBytes);
    }
}
