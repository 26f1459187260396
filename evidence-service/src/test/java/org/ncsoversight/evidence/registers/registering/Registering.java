package org.ncsoversight.evidence.registers.registering;

import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.ncsoversight.evidence.registers.counting.Announcing;
import org.ncsoversight.evidence.registers.counting.RecountRegister;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Writer;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.store.InMemoryRegisterCountStore;
import org.ncsoversight.evidence.store.InMemoryRegisterStore;
import org.springframework.util.unit.DataSize;

/** Everything registers need, in memory, on 23 November 2026. */
public final class Registering {

    public static final Writer NORTHMOORS_LEAD =
            new Writer(NORTHMOOR, LEAD, Callers.lead(NORTHMOOR.ukprn()).visible());

    public final InMemoryRegisterStore store = new InMemoryRegisterStore();
    public final InMemoryRegisterCountStore counts = new InMemoryRegisterCountStore();
    public final Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    public final EditionInForce days = new EditionInForce(new InMemoryStandard(), clock);
    public final RegisterLimits limits = new RegisterLimits(500, DataSize.ofKilobytes(200), 50, Duration.ofHours(1));
    public final RecountRegister recount = new RecountRegister(Announcing.with(counts, days, clock), store);
    public final KeepRegister keep = new KeepRegister(store, recount, days, limits, clock);

    public RegisterTable table(Register register) {
        return store.toCount(NORTHMOOR, register);
    }
}
