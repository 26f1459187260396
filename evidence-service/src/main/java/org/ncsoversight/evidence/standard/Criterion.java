package org.ncsoversight.evidence.standard;

import java.util.List;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;

/** One criterion of an edition, as far as this service needs it. */
public record Criterion(CriterionCode code, int element, String title, int textVersion, List<Voice> voices) {

    public Criterion {
        voices = List.copyOf(voices);
    }
}
