package org.ncsoversight.reporting.heard;

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
        Limits.code("thread", thread);
        Limits.version(version);
        Limits.ukprn(ukprn);
        Limits.code("edition", edition);
        criteria = Limits.codes(Limits.MOST_PARTS, "criteria", criteria);
        evidence = Limits.codes(Limits.MOST_LINKS, "evidence", evidence);
    }

    Heard.Fact asFact() {
        return new Heard.Fact(ukprn, Heard.Kind.THREAD, thread, Latest.of(this));
    }

    /** The same in the words of the readiness function. */
    public NamedThread asThread() {
        return new NamedThread(thread, edition, Set.copyOf(criteria), Set.copyOf(evidence));
    }
}
