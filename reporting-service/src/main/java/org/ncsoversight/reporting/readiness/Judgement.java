package org.ncsoversight.reporting.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ncsoversight.reporting.readiness.ProviderFacts.Evidence;
import org.ncsoversight.reporting.readiness.ProviderFacts.NamedThread;
import org.ncsoversight.reporting.readiness.ProviderFacts.State;

/** Finds the reasons; the band is the worst that any of them holds a criterion at. */
final class Judgement {

    /** Most broken links told at one criterion, so that readiness always fits into one record. */
    static final int MOST_BROKEN_LINKS = 50;

    private final ProviderFacts facts;
    private final Edition edition;
    private final LocalDate asOf;
    private final MeasuresBeyondLimit measures;
    private final Set<String> acceptedAndCurrent;

    Judgement(ProviderFacts facts, Edition edition, LocalDate asOf) {
        this.facts = facts;
        this.edition = edition;
        this.asOf = asOf;
        this.measures = new MeasuresBeyondLimit(edition.measures(), facts, asOf);
        this.acceptedAndCurrent = facts.evidence().stream()
                .filter(item -> item.edition().equals(edition.code()) && item.acceptedAndCurrentAt(asOf))
                .flatMap(item -> item.criteria().stream().map(criterion -> hung(item.id(), criterion)))
                .collect(Collectors.toUnmodifiableSet());
    }

    Readiness.Criterion of(Edition.Criterion criterion) {
        List<Reason> reasons = new ArrayList<>();
        List<Evidence> submitted = submittedFor(criterion);
        if (submitted.isEmpty()) {
            reasons.add(Reason.nothingSubmitted(criterion.voices()));
        } else {
            criterion.voices().stream()
                    .sorted()
                    .flatMap(voice -> reasonsOf(voice, criterion, submitted))
                    .forEach(reasons::add);
        }
        reasons.addAll(measures.concerning(criterion.code()));
        overdueComplaints(criterion.code()).forEach(reasons::add);
        brokenThreads(criterion.code()).forEach(reasons::add);
        reasons.sort(Comparator.comparing(Reason::code));
        Band band = reasons.stream().map(reason -> reason.code().holdsAt()).reduce(Band.READY, Band::orWorse);
        return new Readiness.Criterion(criterion.code(), band, reasons);
    }

    private List<Evidence> submittedFor(Edition.Criterion criterion) {
        return facts.evidence().stream()
                .filter(item -> item.edition().equals(edition.code()))
                .filter(item -> item.criteria().contains(criterion.code()))
                .filter(item -> item.speaksAt(asOf))
                .toList();
    }

    private Stream<Reason> reasonsOf(Voice voice, Edition.Criterion criterion, List<Evidence> submitted) {
        List<Evidence> spoken =
                submitted.stream().filter(item -> item.voice() == voice).toList();
        return best(spoken, criterion)
                .map(cover -> warningsOf(cover, criterion))
                .orElseGet(() -> Stream.of(whyNotAccepted(voice, spoken)));
    }

    /** The accepted item that will carry the voice longest under today's wording. */
    private Optional<Evidence> best(List<Evidence> spoken, Edition.Criterion criterion) {
        return spoken.stream()
                .filter(item -> item.acceptedAndCurrentAt(asOf))
                .max(Comparator.<Evidence, Boolean>comparing(
                                item -> textVersion(item, criterion) >= criterion.textVersion())
                        .thenComparing(Evidence::reviewDate)
                        .thenComparingInt(item -> textVersion(item, criterion)));
    }

    private Stream<Reason> warningsOf(Evidence cover, Edition.Criterion criterion) {
        Stream.Builder<Reason> warnings = Stream.builder();
        if (!cover.reviewDate().isAfter(asOf.plusDays(edition.lapsesSoonInDays()))) {
            warnings.add(Reason.ofVoice(ReasonCode.LAPSES_SOON, cover.voice(), cover.reviewDate()));
        }
        int textVersion = textVersion(cover, criterion);
        if (textVersion < criterion.textVersion()) {
            warnings.add(Reason.textChanged(cover.voice(), textVersion, criterion.textVersion()));
        }
        return warnings.build();
    }

    private Reason whyNotAccepted(Voice voice, List<Evidence> spoken) {
        if (spoken.stream().anyMatch(item -> item.state() == State.SUBMITTED && item.currentAt(asOf))) {
            return Reason.ofVoice(ReasonCode.AWAITING_REVIEW, voice);
        }
        if (spoken.stream().anyMatch(item -> item.state() == State.RETURNED)) {
            return Reason.ofVoice(ReasonCode.RETURNED, voice);
        }
        // What is left is submitted, accepted or expired, and no longer current.
        return spoken.stream()
                .map(Evidence::reviewDate)
                .max(Comparator.naturalOrder())
                .map(date -> Reason.ofVoice(ReasonCode.LAPSED, voice, date))
                .orElseGet(() -> Reason.ofVoice(ReasonCode.VOICE_MISSING, voice));
    }

    private Stream<Reason> overdueComplaints(String criterion) {
        return facts.complaints().stream()
                .filter(complaint -> complaint.criterion().equals(criterion))
                .filter(complaint -> !complaint.answered() && complaint.due().isBefore(asOf))
                .sorted(Comparator.comparing(ProviderFacts.Complaint::due).thenComparing(ProviderFacts.Complaint::id))
                .map(Reason::complaintOverdue);
    }

    /** A link missing anywhere on a thread is a reason at each criterion the thread runs through. */
    private Stream<Reason> brokenThreads(String criterion) {
        return facts.threads().stream()
                .filter(thread -> thread.edition().equals(edition.code()))
                .filter(thread -> thread.criteria().contains(criterion))
                .sorted(Comparator.comparing(NamedThread::id))
                .flatMap(thread -> thread.criteria().stream()
                        .sorted()
                        .filter(Predicate.not(link -> isWhole(thread, link)))
                        .map(link -> Reason.threadBroken(thread.id(), link)))
                .limit(MOST_BROKEN_LINKS);
    }

    private boolean isWhole(NamedThread thread, String link) {
        return thread.evidence().stream().anyMatch(id -> acceptedAndCurrent.contains(hung(id, link)));
    }

    private static int textVersion(Evidence item, Edition.Criterion criterion) {
        return item.textVersions().getOrDefault(criterion.code(), 0);
    }

    private static String hung(String evidence, String criterion) {
        return evidence + "@" + criterion;
    }
}
