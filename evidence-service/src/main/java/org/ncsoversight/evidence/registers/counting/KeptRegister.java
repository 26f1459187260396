package org.ncsoversight.evidence.registers.counting;

import java.time.LocalDate;
import java.util.List;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.Count;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.store.RegisterStore;

/** Counts one of the registers kept here. */
record KeptRegister(Register register, RegisterStore store) implements CountedRegister {

    @Override
    public String code() {
        return register.code();
    }

    @Override
    public List<ProviderId> providers() {
        return store.toCount(register);
    }

    @Override
    public List<Count> counts(ProviderId provider, LocalDate asOf) {
        return store.toCount(provider, register).counts(asOf);
    }
}
