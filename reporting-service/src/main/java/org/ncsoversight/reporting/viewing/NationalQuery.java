package org.ncsoversight.reporting.viewing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.answers.Answers.FieldError;
import org.ncsoversight.reporting.heard.ContractMessage;
import org.ncsoversight.reporting.readiness.Band;
import org.ncsoversight.reporting.readmodel.ReadinessStore.Wanted;

/** What the national readiness is asked for; an empty field of a form is as good as none. */
record NationalQuery(
        @Schema(description = "Touchpoint whose deliverers are meant, 10 digits.", pattern = "^[0-9]{10}$") @Nullable
        String area,

        @Schema(
                description = "Providers with a criterion in this band.",
                allowableValues = {"NOT_STARTED", "GATHERING", "SUBMITTED", "AT_RISK", "READY"})
        @Nullable
        String band,

        @Schema(description = "Only this criterion, and with a band, those who have it there.") @Nullable
        String criterion,

        @Schema(description = "The next of an earlier answer.", pattern = "^[0-9]{8}$") @Nullable
        String after,

        @Schema(description = "Most entries of one answer; 50 when nothing is said.", minimum = "1", maximum = "200")
        @Nullable
        Integer limit) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    private static final Pattern TOUCHPOINT = Pattern.compile("[0-9]{10}");
    private static final Pattern CRITERION = Pattern.compile("[0-9]{1,2}\\.[0-9]{1,2}");
    private static final Pattern UKPRN = Pattern.compile("[0-9]{8}");

    NationalQuery {
        area = blankIsNull(area);
        band = blankIsNull(band);
        criterion = blankIsNull(criterion);
        after = blankIsNull(after);
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (area != null && !TOUCHPOINT.matcher(area).matches()) {
            errors.add(new FieldError("area", "not-a-touchpoint", "Area must be a touchpoint of 10 digits"));
        }
        if (band != null
                && Arrays.stream(Band.values()).noneMatch(known -> known.name().equals(band))) {
            errors.add(new FieldError("band", "unknown-band", "Band must be one of " + Arrays.toString(Band.values())));
        }
        if (criterion != null && !CRITERION.matcher(criterion).matches()) {
            errors.add(new FieldError("criterion", "not-a-criterion", "Criterion must be a code like 4.3"));
        }
        if (after != null && !UKPRN.matcher(after).matches()) {
            errors.add(new FieldError("after", "not-a-cursor", "After must be the cursor of an earlier answer"));
        }
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            errors.add(new FieldError("limit", "out-of-range", "Limit must be from 1 to " + MAX_LIMIT));
        }
        return errors;
    }

    int rows() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** Only when there are no errors. */
    Wanted wanted(List<ContractMessage> contracts) {
        return new Wanted(
                area == null ? null : ukprnsIn(area, contracts),
                band == null ? null : Band.valueOf(band),
                criterion,
                after);
    }

    private static Set<String> ukprnsIn(String touchpoint, List<ContractMessage> contracts) {
        Set<String> ukprns = new HashSet<>();
        contracts.stream()
                .filter(contract -> contract.touchpoint().equals(touchpoint))
                .forEach(contract -> {
                    ukprns.add(contract.prime());
                    ukprns.addAll(contract.subcontractors());
                });
        return ukprns;
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
