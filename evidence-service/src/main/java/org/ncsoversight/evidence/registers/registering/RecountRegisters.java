package org.ncsoversight.evidence.registers.registering;

import java.util.List;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.counting.AnnounceCounts;
import org.ncsoversight.evidence.registers.counting.CountedRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts everything again: a day that passes makes a review overdue, and a crash may have come before a count. */
@Component
public class RecountRegisters {

    private static final Logger log = LoggerFactory.getLogger(RecountRegisters.class);

    private final List<CountedRegister> registers;
    private final AnnounceCounts announceCounts;

    public RecountRegisters(List<CountedRegister> registers, AnnounceCounts announceCounts) {
        this.registers = registers;
        this.announceCounts = announceCounts;
    }

    @Scheduled(fixedDelayString = "${evidence.registers.recount-interval}")
    public void pass() {
        long announced = 0;
        for (CountedRegister register : registers) {
            for (ProviderId provider : register.providers()) {
                announced += announceCounts.recount(register, provider) ? 1 : 0;
            }
        }
        if (announced > 0) {
            log.atInfo().addKeyValue("announced", announced).log("Registers counted again");
        }
    }
}
