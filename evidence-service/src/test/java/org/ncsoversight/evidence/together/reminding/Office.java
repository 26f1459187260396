package org.ncsoversight.evidence.together.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.OwnedEvidence;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.mail.Letter;
import org.ncsoversight.evidence.together.mail.Post;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.model.Comment;
import org.ncsoversight.evidence.together.store.AssignmentStore;
import org.ncsoversight.evidence.together.store.CommentStore;
import org.ncsoversight.evidence.together.store.KnownPeople;

/** People, what they have to do, and the letters they get. */
final class Office implements Post {

    private final List<KnownPeople.Known> people = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private boolean refuses;

    void known(Person person, boolean lead) {
        people.add(new KnownPeople.Known(person, person.username() + "@example.org", lead, Instant.MAX));
    }

    void knownWithoutAddress(Person person) {
        people.add(new KnownPeople.Known(person, null, false, Instant.MAX));
    }

    void knownSince(Person person, Instant lastSeen) {
        people.add(new KnownPeople.Known(person, person.username() + "@example.org", false, lastSeen));
    }

    void unknown(Person person) {
        people.removeIf(known -> known.person().equals(person));
    }

    Evidence holds(@Nullable String owner, String title, LocalDate reviewDate) {
        return holds(owner, title, reviewDate, Classification.OFFICIAL);
    }

    Evidence holds(@Nullable String owner, String title, LocalDate reviewDate, Classification classification) {
        Content usual = Samples.content("4.3");
        var content = new Content(
                usual.edition(),
                usual.references(),
                title,
                usual.statement(),
                usual.voice(),
                usual.kind(),
                usual.period(),
                reviewDate,
                classification,
                owner,
                null,
                null,
                usual.threads());
        var step = Evidence.Step.first(Samples.LEAD, Samples.NOON);
        var submitted = Evidence.submit(
                new EvidenceId(UUID.randomUUID()), Samples.NORTHMOOR, content, List.of(), step, UUID.randomUUID());
        evidence.add(submitted.evidence());
        return submitted.evidence();
    }

    void given(Assignment assignment) {
        assignments.add(assignment);
    }

    void said(Comment comment) {
        comments.add(comment);
    }

    void refuses(boolean wanted) {
        refuses = wanted;
    }

    List<Letter> letters() {
        return letters;
    }

    List<String> to() {
        return letters.stream().map(Letter::to).toList();
    }

    @Override
    public Outcome send(Letter letter) {
        if (refuses) {
            return new Outcome.Refused("closed");
        }
        letters.add(letter);
        return new Outcome.HandedOver();
    }

    KnownPeople people() {
        return new KnownPeople() {
            @Override
            public void seen(Known known) {
                people.add(known);
            }

            @Override
            public Optional<Known> named(String username) {
                return people.stream()
                        .filter(known -> known.person().username().equals(username))
                        .findFirst();
            }

            @Override
            public List<Known> of(VisibleProviders providers, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Known> everybody(@Nullable String afterSubject, int limit) {
                return people.stream()
                        .filter(known ->
                                afterSubject == null || known.person().subject().compareTo(afterSubject) > 0)
                        .sorted(Comparator.comparing(known -> known.person().subject()))
                        .limit(limit)
                        .toList();
            }
        };
    }

    OwnedEvidence evidence() {
        return new OwnedEvidence() {
            @Override
            public List<Evidence> returnedTo(String owner, int limit, VisibleProviders visible) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Evidence> reviewDue(String owner, LocalDate by, int limit, VisibleProviders visible) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Evidence> reviewDue(LocalDate from, LocalDate to, int limit, VisibleProviders visible) {
                return evidence.stream()
                        .filter(item -> visible.includes(item.provider()))
                        .filter(item -> !item.content().reviewDate().isBefore(from)
                                && !item.content().reviewDate().isAfter(to))
                        .limit(limit)
                        .toList();
            }
        };
    }

    AssignmentStore assignments() {
        return new AssignmentStore() {
            @Override
            public boolean add(Assignment assignment) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean change(Assignment assignment) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Assignment> find(UUID id, VisibleProviders visible) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Page list(Filter filter, @Nullable String after, int limit, VisibleProviders visible) {
                var rest = assignments.stream()
                        .filter(one -> visible.includes(one.provider()))
                        .filter(one -> one.work().assignee().equals(filter.assignee()))
                        .filter(one -> one.state() == filter.state())
                        .filter(one -> after == null || one.listKey().compareTo(after) > 0)
                        .sorted(Comparator.comparing(Assignment::listKey))
                        .toList();
                return new Page(rest.stream().limit(limit).toList(), rest.size() > limit);
            }

            @Override
            public List<Assignment> answeredBy(ProviderId provider, Collection<CriterionCode> criteria, Voice voice) {
                throw new UnsupportedOperationException();
            }
        };
    }

    CommentStore comments() {
        return new CommentStore() {
            @Override
            public boolean add(Comment comment) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean change(Comment comment) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Comment> find(UUID id, VisibleProviders visible) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Comment> on(EvidenceId item, @Nullable String after, int limit, Reader reader) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Comment> calling(String username, int limit, Reader reader) {
                return comments.stream()
                        .filter(comment -> reader.visible().includes(comment.provider()))
                        .filter(comment ->
                                !comment.internal() || comment.provider().equals(reader.among()))
                        .filter(comment -> comment.mentions().contains(username))
                        .limit(limit)
                        .toList();
            }
        };
    }
}
