package org.ncsoversight.evidence.exchange.pack;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Approval;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.model.Revision;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Voice;

/** Between items as they are kept and as a pack holds them. What a pack says wrongly is an IllegalArgumentException. */
public final class PackItems {

    private PackItems() {}

    public static PackItem pack(Evidence evidence, Map<UUID, String> paths) {
        return new PackItem(
                evidence.id().toString(),
                evidence.version(),
                evidence.provider().ukprn(),
                evidence.state().word(),
                pack(evidence.content()),
                pack(evidence.files(), paths),
                evidence.history().stream().map(PackItems::pack).toList(),
                evidence.revisions().stream()
                        .map(revision -> new PackItem.Revision(
                                revision.number(),
                                pack(revision.content()),
                                pack(revision.files(), paths),
                                revision.contentHash(),
                                revision.at().toString(),
                                pack(revision.by())))
                        .toList(),
                Optional.ofNullable(evidence.approval())
                        .map(approval -> new PackItem.Approval(
                                approval.revision(),
                                approval.contentHash(),
                                approval.at().toString(),
                                pack(approval.by())))
                        .orElse(null),
                text(evidence.replaces()),
                text(evidence.replacedBy()));
    }

    /** The same item here; its files stand under other ids of ours. */
    public static Evidence unpack(PackItem item, Map<String, EvidenceFile> filesByPath) {
        return new Evidence(
                new EvidenceId(UUID.fromString(item.evidence())),
                item.version(),
                new ProviderId(item.ukprn()),
                content(item.content()),
                files(item.files(), filesByPath),
                known(EvidenceState.of(item.state())),
                item.history().stream().map(PackItems::step).toList(),
                item.revisions().stream()
                        .map(revision -> revision(revision, filesByPath))
                        .toList(),
                Optional.ofNullable(item.approval())
                        .map(approval -> new Approval(
                                approval.revision(), approval.contentHash(), at(approval.at()), person(approval.by())))
                        .orElse(null),
                id(item.replaces()),
                id(item.replacedBy()));
    }

    static Content content(PackItem.Content content) {
        return new Content(
                content.edition(),
                content.references().stream()
                        .map(reference -> new Reference(
                                reference.edition(), new CriterionCode(reference.criterion()), reference.textVersion()))
                        .collect(Collectors.toCollection(TreeSet::new)),
                content.title(),
                content.statement(),
                known(Voice.of(content.voice())),
                known(Kind.of(content.kind())),
                new Period(day(content.periodFrom()), day(content.periodTo())),
                day(content.reviewDate()),
                known(Classification.of(content.classification())),
                content.owner(),
                content.link(),
                content.document(),
                content.threads().stream().map(UUID::fromString).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static PackItem.Content pack(Content content) {
        return new PackItem.Content(
                content.edition(),
                content.references().stream()
                        .map(reference -> new PackItem.Reference(
                                reference.edition(), reference.code().value(), reference.textVersion()))
                        .toList(),
                content.title(),
                content.statement(),
                content.voice().word(),
                content.kind().word(),
                content.period().from().toString(),
                content.period().to().toString(),
                content.reviewDate().toString(),
                content.classification().word(),
                content.owner(),
                content.link(),
                content.document(),
                content.threads().stream().map(UUID::toString).toList());
    }

    private static List<PackItem.File> pack(List<EvidenceFile> files, Map<UUID, String> paths) {
        return files.stream()
                .map(file -> new PackItem.File(
                        file.name(),
                        file.type(),
                        file.sizeInBytes(),
                        file.sha256(),
                        Objects.requireNonNull(paths.get(file.id()))))
                .toList();
    }

    private static PackItem.Step pack(Evidence.Step step) {
        return new PackItem.Step(
                step.version(),
                step.action().word(),
                step.state().word(),
                step.at().toString(),
                pack(step.by()),
                step.reason());
    }

    private static PackItem.Person pack(Person person) {
        return new PackItem.Person(
                person.subject(),
                person.username(),
                Optional.ofNullable(person.organisation())
                        .map(ProviderId::ukprn)
                        .orElse(null));
    }

    private static Revision revision(PackItem.Revision revision, Map<String, EvidenceFile> filesByPath) {
        return new Revision(
                revision.number(),
                content(revision.content()),
                files(revision.files(), filesByPath),
                revision.contentHash(),
                at(revision.at()),
                person(revision.by()));
    }

    private static List<EvidenceFile> files(List<PackItem.File> files, Map<String, EvidenceFile> filesByPath) {
        return files.stream()
                .map(file -> {
                    var kept = known(Optional.ofNullable(filesByPath.get(file.path())));
                    // The same bytes may have another name in an earlier revision.
                    return new EvidenceFile(kept.id(), file.name(), kept.type(), kept.sizeInBytes(), kept.sha256());
                })
                .toList();
    }

    private static Evidence.Step step(PackItem.Step step) {
        return new Evidence.Step(
                step.version(),
                known(Action.of(step.action())),
                known(EvidenceState.of(step.state())),
                at(step.at()),
                person(step.by()),
                step.reason());
    }

    private static Person person(PackItem.Person person) {
        return new Person(
                person.subject(), person.username(), person.ukprn() == null ? null : new ProviderId(person.ukprn()));
    }

    private static <T> T known(Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException("a word that is not known here"));
    }

    private static Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time", e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day", e);
        }
    }

    private static @Nullable String text(@Nullable EvidenceId id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable EvidenceId id(@Nullable String text) {
        return text == null ? null : new EvidenceId(UUID.fromString(text));
    }
}
