package org.ncsoversight.evidence.items.reaffirming;

import java.time.Clock;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.answering.ChangedText;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says that evidence answers the newer texts too; what was accepted, and against which text, stays on record. */
@Component
public class ReaffirmEvidence {

    private static final Logger log = LoggerFactory.getLogger(ReaffirmEvidence.class);
    private static final int REASON_LIMIT_IN_CHARACTERS = 2000;

    /** Every way it can end; with nothing left to confirm it is done already. */
    public sealed interface Result {

        record Reaffirmed(Evidence evidence) implements Result {}

        record NotFound() implements Result {}

        /** Neither its owner nor somebody who may submit. */
        record NotTheOwner() implements Result {}

        record NotAccepted(Evidence now) implements Result {}

        record ReasonTooLong(int limit) implements Result {}

        record ChangedMeanwhile(Evidence now) implements Result {}
    }

    private final EvidenceStore store;
    private final KnownStandard standard;
    private final Clock clock;

    ReaffirmEvidence(EvidenceStore store, KnownStandard standard, Clock clock) {
        this.store = store;
        this.standard = standard;
        this.clock = clock;
    }

    public Result reaffirm(EvidenceId id, @Nullable Long seenVersion, String why, Caller caller) {
        var found = store.find(id, caller.own());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Evidence evidence = found.get();
        String reason = Text.clean(why);
        if (!mayReaffirm(evidence, caller)) {
            return new Result.NotTheOwner();
        }
        if (evidence.state() != EvidenceState.ACCEPTED) {
            return new Result.NotAccepted(evidence);
        }
        if (reason.codePointCount(0, reason.length()) > REASON_LIMIT_IN_CHARACTERS) {
            return new Result.ReasonTooLong(REASON_LIMIT_IN_CHARACTERS);
        }
        SortedSet<Reference> texts = present(evidence);
        if (texts.equals(evidence.content().references())) {
            return new Result.Reaffirmed(evidence);
        }
        if (seenVersion != null && seenVersion != evidence.version()) {
            return new Result.ChangedMeanwhile(evidence);
        }
        var event = evidence.reaffirm(
                texts,
                Optional.of(reason).filter(text -> !text.isEmpty()).orElse(null),
                caller.person(),
                clock.instant(),
                UUID.randomUUID());
        if (!store.change(event)) {
            return new Result.ChangedMeanwhile(store.find(id, caller.own()).orElseThrow());
        }
        log.atInfo().addKeyValue("evidenceId", id).log("Evidence reaffirmed");
        return new Result.Reaffirmed(event.evidence());
    }

    static boolean mayReaffirm(Evidence evidence, Caller caller) {
        return caller.may(Capability.SUBMIT)
                || caller.person().username().equals(evidence.content().owner());
    }

    private SortedSet<Reference> present(Evidence evidence) {
        var texts = new TreeSet<>(evidence.content().references());
        for (ChangedText changed : ChangedText.in(evidence.content(), standard.editions())) {
            texts.remove(changed.answered());
            texts.add(new Reference(
                    changed.answered().edition(),
                    changed.answered().code(),
                    changed.now().textVersion()));
        }
        return texts;
    }
}
