package org.ncsoversight.reporting.heard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.ncsoversight.reporting.readiness.ProviderFacts.NamedThread;

/** What we need of a golden thread; its name stays at home. */
public record ThreadMessage(
        String thread,
        long version,
        String ukprn,
        String edition,
        List<String> criteria,
        boolean open,
        List<String> evidence) {

    public ThreadMessage {
        requireNonNull(thread, "thread");
        requireNonNull(ukprn, "ukprn");
        requireNonNull(edition, "edition");
        criteria = List.copyOf(requireNonNull(criteria, "criteria"));
        evidence = List.copyOf(requireNonNull(evidence, "evidence"));
    }

    Heard.Fact asFact() {
        return new Heard.Fact(ukprn, Heard.Kind.THREAD, thread, Latest.of(this));
    }

    /** The same in the words of the readiness function. */
    public NamedThread asThread() {
        return new NamedThread(thread, edition, Set.copyOf(criteria), Set.copyOf(evidence));
    }
}
