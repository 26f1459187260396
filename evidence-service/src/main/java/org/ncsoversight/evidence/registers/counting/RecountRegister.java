package org.ncsoversight.evidence.registers.counting;

import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.springframework.stereotype.Component;

/** Has a register counted again after it was changed. */
@Component
public class RecountRegister {

    private final AnnounceCounts announceCounts;
    private final RegisterStore store;

    public RecountRegister(AnnounceCounts announceCounts, RegisterStore store) {
        this.announceCounts = announceCounts;
        this.store = store;
    }

    public void recount(Register register, ProviderId provider) {
        announceCounts.recount(new KeptRegister(register, store), provider);
    }
}
