package org.ncsoversight.outcomes.viewing;

import java.util.Optional;
import org.ncsoversight.outcomes.model.ProviderRegister;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.outcomes.security.Caller;
import org.ncsoversight.outcomes.security.VisibleProviders;
import org.springframework.stereotype.Component;

/** Whose claims are asked for. */
@Component
class Subject {

    private final ProviderRegister register;

    Subject(ProviderRegister register) {
        this.register = register;
    }

    /**
     * Everything the caller may see, or the one provider named; empty when there is no such provider, or none for this
     * caller, without telling which.
     */
    Optional<VisibleProviders> of(Caller caller, String provider) {
        if (provider.isEmpty()) {
            return Optional.of(caller.sees());
        }
        return Ukprn.of(provider)
                .filter(caller.sees()::include)
                .filter(named -> register.provider(named).isPresent())
                .map(caller.sees()::narrowedTo);
    }
}
