package org.ncsoversight.evidence.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.planning.model.Section;
import org.ncsoversight.evidence.planning.model.SectionKey;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.planning.store.AssessmentStore;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The twin of the one in MongoDB, for tests in milliseconds. */
public final class InMemoryAssessmentStore implements AssessmentStore {

    private final Map<UUID, SelfAssessment> kept = new LinkedHashMap<>();
    private final Map<UUID, String> contents = new HashMap<>();

    @Override
    public synchronized boolean add(SelfAssessment assessment) {
        boolean replacedBefore = assessment.replaces() != null
                && kept.values().stream().anyMatch(one -> assessment.replaces().equals(one.replaces()));
        return !replacedBefore && kept.putIfAbsent(assessment.id(), assessment) == null;
    }

    @Override
    public synchronized boolean write(UUID id, SectionKey key, Section section) {
        var before = kept.get(id);
        if (before == null || before.isSigned() || before.section(key).version() != section.version() - 1) {
            return false;
        }
        var sections = new HashMap<>(before.sections());
        sections.put(key, section);
        kept.put(
                id,
                new SelfAssessment(
                        id,
                        before.version() + 1,
                        before.provider(),
                        before.edition(),
                        before.period(),
                        before.number(),
                        before.replaces(),
                        before.reason(),
                        sections,
                        before.started(),
                        null));
        return true;
    }

    @Override
    public synchronized boolean sign(SelfAssessment signed, String content) {
        var before = kept.get(signed.id());
        if (before == null || before.isSigned() || before.version() != signed.version() - 1) {
            return false;
        }
        kept.put(signed.id(), signed);
        contents.put(signed.id(), content);
        return true;
    }

    @Override
    public synchronized Optional<SelfAssessment> find(UUID id, VisibleProviders visible) {
        return Optional.ofNullable(kept.get(id)).filter(assessment -> visible.includes(assessment.provider()));
    }

    @Override
    public synchronized Optional<String> signedContent(UUID id, VisibleProviders visible) {
        return find(id, visible).flatMap(assessment -> Optional.ofNullable(contents.get(id)));
    }

    @Override
    public synchronized Page list(Filter filter, String after, int limit, VisibleProviders visible) {
        var found = kept.values().stream()
                .filter(assessment -> visible.includes(assessment.provider()) && filter.accepts(assessment))
                .filter(assessment -> after == null || assessment.listKey().compareTo(after) < 0)
                .sorted(Comparator.comparing(SelfAssessment::listKey).reversed())
                .toList();
        boolean more = found.size() > limit;
        return new Page(more ? found.subList(0, limit) : found, more);
    }
}
