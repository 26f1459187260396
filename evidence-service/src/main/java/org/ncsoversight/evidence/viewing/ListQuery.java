package org.ncsoversight.evidence.viewing;

import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceState;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.store.EvidenceFilter;

/** The filter of a list as it was asked for; empty text asks for nothing. */
record ListQuery(String provider, String criterion, String state) {

    ListQuery {
        provider = provider.strip();
        criterion = criterion.strip();
        state = state.strip();
    }

    EvidenceFilter filter() {
        var errors = new ArrayList<FieldError>();
        if (!provider.isEmpty() && !ProviderId.isUkprn(provider)) {
            errors.add(new FieldError("provider", "provider-not-a-ukprn", "UKPRN must be 8 digits"));
        }
        if (!criterion.isEmpty() && !CriterionCode.isCode(criterion)) {
            errors.add(new FieldError("criterion", "criterion-not-a-code", "Criterion must be a code like 4.3"));
        }
        if (!state.isEmpty() && EvidenceState.of(state).isEmpty()) {
            errors.add(new FieldError("state", "state-unknown", "State must be one of the states of evidence"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(List.copyOf(errors));
        }
        return new EvidenceFilter(
                provider.isEmpty() ? null : new ProviderId(provider),
                criterion.isEmpty() ? null : new CriterionCode(criterion),
                EvidenceState.of(state).orElse(null));
    }
}
