package org.ncsoversight.criteria.accreditation.accrediting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.accreditation.AccreditationCycle;
import org.ncsoversight.criteria.standard.model.EditionId;

/** Where a provider stands in the cycle, as JSON. */
record CycleView(
        String ukprn,
        long version,
        String state,
        @Nullable LocalDate accreditedOn,
        @Nullable LocalDate anniversary,
        @Nullable LocalDate assessmentBookedFor,
        List<Date> dates,
        List<Taken> steps) {

    record Date(String what, LocalDate on, String standing) {}

    record Taken(
            UUID id,
            String kind,
            LocalDate on,
            @Nullable LocalDate bookedFor,
            @Nullable String edition,
            @Nullable String note,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** Notes and who recorded what only for those who may read them. */
    static CycleView of(Provider provider, LocalDate today, boolean withNotes) {
        AccreditationCycle cycle = provider.cycle();
        return new CycleView(
                provider.ukprn().value(),
                provider.version(),
                cycle.stateOn(today).code(),
                cycle.accreditation().map(known -> known.accreditedOn()).orElse(null),
                cycle.accreditation().map(known -> known.anniversary()).orElse(null),
                cycle.assessmentBookedFor().orElse(null),
                cycle.milestones().stream()
                        .map(milestone -> new Date(
                                milestone.kind().code(),
                                milestone.on(),
                                milestone.standingOn(today).code()))
                        .toList(),
                provider.steps().stream()
                        .map(step -> new Taken(
                                step.id(),
                                step.kind().code(),
                                step.on(),
                                step.bookedFor().orElse(null),
                                step.edition().map(EditionId::value).orElse(null),
                                withNotes ? step.note() : null,
                                step.recordedAt(),
                                withNotes ? step.recordedBy() : null))
                        .toList());
    }
}
