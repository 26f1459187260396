package org.ncsoversight.evidence.presenting;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;

/** Whose things a page or an answer is about: the provider asked for, else the caller's own; one not to be seen is as none. */
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
        var provider = new ProviderId(asked.strip());
        if (!caller.visible().includes(provider)) {
            throw Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no provider " + provider);
        }
        return Optional.of(provider);
    }

    public static ProviderId orRefuse(Caller caller, String asked) {
        return of(caller, asked)
                .orElseThrow(() -> Problem.invalid(
                        List.of(new FieldError("provider", "provider-missing", "Say which provider, by its UKPRN"))));
    }
}
