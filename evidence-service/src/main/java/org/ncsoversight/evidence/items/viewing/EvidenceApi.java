package org.ncsoversight.evidence.items.viewing;

import java.util.UUID;
import org.ncsoversight.evidence.items.presentation.EvidenceAnswers;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Looking at evidence for programs. */
@RestController
class EvidenceApi {

    private final EvidenceStore store;
    private final EvidenceAnswers answers;

    EvidenceApi(EvidenceStore store, EvidenceAnswers answers) {
        this.store = store;
        this.answers = answers;
    }

    @GetMapping("/api/evidence/items/{id}")
    ResponseEntity<EvidenceAnswers.Answer> one(Caller caller, @PathVariable UUID id) {
        return answers.answer(
                ResponseEntity.ok(),
                store.find(new EvidenceId(id), caller.visible()).orElseThrow(() -> Problem.notFound(id.toString())),
                caller);
    }
}
