package org.ncsoversight.reporting.contract;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ncsoversight.reporting.readiness.Band;
import org.ncsoversight.reporting.readiness.ReasonCode;

/** One criterion of one provider whose band or reasons changed, as on ncs.reporting.readiness-changes.v1. */
public record BandChangedMessage(
        String ukprn,
        long version,
        String edition,
        String criterion,
        Band from,
        Band to,
        List<String> reasons,
        LocalDate asOf) {

    public static final String TOPIC = "ncs.reporting.readiness-changes.v1";
    public static final String TYPE = "org.ncsoversight.reporting.band-changed.v1";

    /** What every criterion is before anything is known of it, so that a new provider is not 27 changes. */
    private static final ReadinessMessage.Criterion UNTOUCHED = new ReadinessMessage.Criterion(
            "-",
            Band.NOT_STARTED,
            List.of(new ReadinessMessage.Reason(
                    ReasonCode.NOTHING_SUBMITTED.word(), Map.of(), ReasonCode.NOTHING_SUBMITTED.action())));

    public BandChangedMessage {
        requireNonNull(ukprn, "ukprn");
        requireNonNull(edition, "edition");
        requireNonNull(criterion, "criterion");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(asOf, "asOf");
        reasons = List.copyOf(requireNonNull(reasons, "reasons"));
    }

    /** The changes between two states of a provider. */
    public static List<BandChangedMessage> between(List<ReadinessMessage.Criterion> before, ReadinessMessage after) {
        Map<String, ReadinessMessage.Criterion> byCode =
                before.stream().collect(Collectors.toMap(ReadinessMessage.Criterion::code, Function.identity()));
        List<BandChangedMessage> changes = new ArrayList<>();
        for (ReadinessMessage.Criterion now : after.criteria()) {
            ReadinessMessage.Criterion earlier = byCode.getOrDefault(now.code(), UNTOUCHED);
            if (earlier.band() != now.band() || !earlier.reasonCodes().equals(now.reasonCodes())) {
                changes.add(new BandChangedMessage(
                        after.ukprn(),
                        after.version(),
                        after.edition(),
                        now.code(),
                        earlier.band(),
                        now.band(),
                        now.reasonCodes(),
                        after.asOf()));
            }
        }
        return changes;
    }
}
