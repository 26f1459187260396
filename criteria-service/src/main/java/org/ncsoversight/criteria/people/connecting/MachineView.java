package org.ncsoversight.criteria.people.connecting;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.people.model.MachineAccount;

/** A machine account as JSON. */
record MachineView(
        String clientId,
        String name,
        String ukprn,
        String state,
        String madeBy,
        String madeAt,
        @Nullable String secretSince) {

    static MachineView of(MachineAccount account) {
        return new MachineView(
                account.clientId(),
                account.name(),
                account.organisation().value(),
                account.state().code(),
                account.madeBy(),
                account.madeAt().toString(),
                account.secretSince().map(Object::toString).orElse(null));
    }

    /** A row for people to read. */
    record Row(
            String clientId,
            String name,
            String ukprn,
            String madeBy,
            String madeOn,
            String secretSince,
            String state,
            String tag,
            boolean canBeRenewed,
            boolean canBeEnded) {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

        static Row of(MachineAccount account, ZoneId zone) {
            return new Row(
                    account.clientId(),
                    account.name(),
                    account.organisation().value(),
                    account.madeBy(),
                    DAY.format(account.madeAt().atZone(zone)),
                    account.secretSince()
                            .map(since -> DAY.format(since.atZone(zone)))
                            .orElse(""),
                    account.state().label(),
                    tag(account.state()),
                    account.state() == MachineAccount.State.ACTIVE,
                    !account.hasEnded());
        }

        private static String tag(MachineAccount.State state) {
            return switch (state) {
                case BEGUN -> "govuk-tag--yellow";
                case ACTIVE -> "govuk-tag--green";
                case ENDED -> "govuk-tag--grey";
            };
        }
    }
}
