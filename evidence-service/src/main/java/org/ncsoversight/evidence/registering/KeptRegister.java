package org.ncsoversight.evidence.registering;

import java.time.LocalDate;
import java.util.List;
import org.ncsoversight.evidence.counting.CountedRegister;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.register.Count;
import org.ncsoversight.evidence.model.register.Register;
import org.ncsoversight.evidence.store.RegisterStore;

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
