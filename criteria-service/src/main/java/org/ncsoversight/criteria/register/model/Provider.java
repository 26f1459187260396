package org.ncsoversight.criteria.register.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.accreditation.Accreditation;
import org.ncsoversight.criteria.register.model.accreditation.AccreditationCycle;
import org.ncsoversight.criteria.register.model.accreditation.Step;

/** An organisation that delivers the service; it is judged as a whole, whatever contracts it works under. */
public record Provider(
        Ukprn ukprn, long version, NameHistory names, Kind kind, List<Step> steps, Optional<Succession> succeededBy) {

    /** How it comes to deliver: by a contract of its own, or inside another's. */
    public enum Kind {
        PRIME("prime", "Prime contractor"),
        SUBCONTRACTOR("subcontractor", "Subcontractor");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public static Optional<Kind> parse(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    public static final int MAX_STEPS = 200;

    public Provider {
        steps = steps.stream().sorted(Step.ORDER).toList();
        if (steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("A provider has up to " + MAX_STEPS + " steps");
        }
        if (succeededBy.map(Succession::by).filter(ukprn::equals).isPresent()) {
            throw new IllegalArgumentException("A provider is not merged into itself");
        }
    }

    public static Provider registered(Ukprn ukprn, String name, Kind kind) {
        return new Provider(ukprn, 1, NameHistory.of(name), kind, List.of(), Optional.empty());
    }

    /** The newest name. */
    public String name() {
        return names.current();
    }

    public AccreditationCycle cycle() {
        return AccreditationCycle.of(steps);
    }

    public Optional<Accreditation> accreditation() {
        return cycle().accreditation();
    }

    /** Merged into another by this day. */
    public boolean mergedBy(LocalDate day) {
        return succeededBy.filter(succession -> !succession.on().isAfter(day)).isPresent();
    }

    /** The next version, with these names and this kind. */
    public Provider as(NameHistory otherNames, Kind otherKind) {
        return new Provider(ukprn, version + 1, otherNames, otherKind, steps, succeededBy);
    }

    /** The next version, with these steps. */
    public Provider with(List<Step> otherSteps) {
        return new Provider(ukprn, version + 1, names, kind, otherSteps, succeededBy);
    }

    /** The next version, merged like this, or not. */
    public Provider merged(Optional<Succession> succession) {
        return new Provider(ukprn, version + 1, names, kind, steps, succession);
    }

    /** Whether both say the same, whatever their versions. */
    public boolean saysTheSameAs(Provider other) {
        return equals(new Provider(ukprn, version, other.names, other.kind, other.steps, other.succeededBy))
                && ukprn.equals(other.ukprn);
    }
}
