package org.ncsoversight.evidence.presenting;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.Caller;

/** Whose things a page or an answer is about: the provider asked for, else the caller's own. */
public final class WhoseProvider {

    private WhoseProvider() {}

    /** Empty when the caller belongs to no provider and asked for none. */
    public static Optional<ProviderId> of(Caller caller, String asked) {
        if (asked.isBlank()) {
            return caller.organisation();
        }
        if (!ProviderId.isUkprn(asked.strip())) {
            throw Problem.invalid(
                    List.of(new FieldError("provider", "provider-not-a-ukprn", "UKPRN must be 8 digits")));
        }
        return Optional.of(new ProviderId(asked.strip()));
    }

    public static ProviderId orRefuse(Caller caller, String asked) {
        return of(caller, asked)
                .orElseThrow(() -> Problem.invalid(
                        List.of(new FieldError("provider", "provider-missing", "Say which provider, by its UKPRN"))));
    }
}
