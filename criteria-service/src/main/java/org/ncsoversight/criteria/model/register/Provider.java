package org.ncsoversight.criteria.model.register;

import java.util.Arrays;
import java.util.Optional;

/** An organisation that delivers the service; it is judged as a whole, whatever contracts it works under. */
public record Provider(Ukprn ukprn, long version, String name, Kind kind, Optional<Accreditation> accreditation) {

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

    public static final int MAX_NAME_LENGTH = 200;

    public Provider {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("A provider's name has 1 to " + MAX_NAME_LENGTH + " characters");
        }
    }

    public static Provider registered(Ukprn ukprn, String name, Kind kind) {
        return new Provider(ukprn, 1, name, kind, Optional.empty());
    }

    /** The next version, with this name and kind. */
    public Provider as(String otherName, Kind otherKind) {
        return new Provider(ukprn, version + 1, otherName, otherKind, accreditation);
    }

    /** The next version, accredited like this. */
    public Provider accredited(Accreditation accredited) {
        return new Provider(ukprn, version + 1, name, kind, Optional.of(accredited));
    }
}
