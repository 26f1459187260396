package org.ncsoversight.evidence.registers.store;

import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.model.RowChange;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps registers, each provider's as a whole, so that a file is taken in by one write. */
public interface RegisterStore {

    /** An empty one for a provider that has written nothing and for one that is not visible. */
    RegisterTable table(ProviderId provider, Register register, VisibleProviders visible);

    /** Keeps the version after the last; false when another came first, and then nothing changed. */
    boolean save(RegisterTable.Changed changed);

    /** Everything that happened to one row, latest first. */
    List<RowChange> history(ProviderId provider, Register register, UUID row, VisibleProviders visible);

    /** Those who have written in a register. */
    List<ProviderId> providersWith(Register register, VisibleProviders visible);

    /** For the counting, which nobody asked for and which tells nobody what stands in a row. */
    RegisterTable toCount(ProviderId provider, Register register);

    /** For the counting. */
    List<ProviderId> toCount(Register register);
}
