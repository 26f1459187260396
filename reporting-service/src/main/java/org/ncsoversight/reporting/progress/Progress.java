package org.ncsoversight.reporting.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far this service has heard.
 *
 * @param heardUpTo everything recorded until then is in what is shown; null when that is not known yet
 * @param behind records that were sent and are not in what is shown yet; null when that cannot be told
 */
public record Progress(
        @Nullable Instant heardUpTo, @Nullable Long behind) {

    static final Progress UNKNOWN = new Progress(null, null);
}
