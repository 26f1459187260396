package org.ncsoversight.evidence.security;

import org.springframework.stereotype.Component;

/** What the clock does for every provider: no caller asks, and nobody is shown what is found. */
@Component
public final class ScheduledWork {

    public VisibleProviders everyProvider() {
        return VisibleProviders.all();
    }
}
