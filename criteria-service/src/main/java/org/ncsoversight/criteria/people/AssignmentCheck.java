package org.ncsoversight.criteria.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.springframework.stereotype.Component;

/** Reads which providers an assessor is to have; each must be in the register. */
@Component
public class AssignmentCheck {

    private static final String FIELD = "assigned";

    private final ProviderStore providers;

    public AssignmentCheck(ProviderStore providers) {
        this.providers = providers;
    }

    public boolean isRegistered(Ukprn ukprn, VisibleProviders visible) {
        return providers.find(ukprn, visible).isPresent();
    }

    /** What was typed, if the role needs it; what is wrong goes to the consumer. */
    public Assignment read(
            String typed, Optional<PersonRole> role, VisibleProviders visible, Consumer<FieldError> problems) {
        if (role.isEmpty() || role.get() != PersonRole.ASSESSOR) {
            return Assignment.NONE;
        }
        Optional<Assignment> read = Assignment.parse(typed);
        if (read.isEmpty()) {
            problems.accept(new FieldError(
                    FIELD, "not-ukprns", "Providers to review must be UKPRNs of 8 digits each, or the word all"));
            return Assignment.NONE;
        }
        if (read.get().isNone()) {
            problems.accept(
                    new FieldError(FIELD, "missing", "Enter the UKPRNs of the providers to review, or the word all"));
        }
        List<Ukprn> unknown = read.get().providers().stream()
                .filter(ukprn -> !isRegistered(ukprn, visible))
                .toList();
        if (!unknown.isEmpty()) {
            problems.accept(new FieldError(
                    FIELD,
                    "unknown-provider",
                    "Not in the register: " + unknown.stream().map(Ukprn::value).collect(Collectors.joining(", "))));
        }
        return read.get();
    }
}
