package org.ncsoversight.evidence.together.model;

import static org.ncsoversight.evidence.model.Samples.NOON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/** Campaigns to try things on. */
public final class Campaigns {

    public static final Person MANAGER = new Person("manager-id", "manager", null);
    public static final LocalDate DUE = LocalDate.of(2027, 1, 31);

    private Campaigns() {}

    public static Campaign asking(ProviderId... providers) {
        return asking(NOON, providers);
    }

    public static Campaign asking(Instant at, ProviderId... providers) {
        var asked = new Asked(
                "Charters",
                "Send your customer charter",
                "2026",
                new TreeSet<>(List.of(new CriterionCode("4.3"))),
                DUE,
                Arrays.asList(providers));
        return Campaign.create(UUID.randomUUID(), asked, MANAGER, at);
    }
}
