package org.ncsoversight.evidence.together.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * What somebody said about an item, as it stands now.
 *
 * @param provider whose item it is
 * @param internal whether only the provider's own people may read it
 * @param wordings every wording it had, the first one first; never empty
 * @param resolved who settled it, if somebody did
 */
public record Comment(
        UUID id,
        long version,
        EvidenceId item,
        ProviderId provider,
        boolean internal,
        Person by,
        List<Wording> wordings,
        @Nullable Resolution resolved) {

    /** How long its writer may put it better. */
    public static final Duration EDITABLE_FOR = Duration.ofMinutes(15);

    private static final Pattern MENTION = Pattern.compile("(?<![\\w@.])@([\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99})");

    private static final Pattern TRAILING = Pattern.compile("[._@+-]+$");

    /** What it said from some time on. */
    public record Wording(String text, Instant at) {}

    /** It is settled. */
    public record Resolution(String by, Instant at) {}

    public Comment {
        wordings = List.copyOf(wordings);
        if (wordings.isEmpty()) {
            throw new IllegalArgumentException("a comment says something");
        }
        if (internal && !by.belongsTo(provider)) {
            throw new IllegalArgumentException("only a provider's own people talk among themselves");
        }
    }

    public String text() {
        return wordings.getLast().text();
    }

    public Instant at() {
        return wordings.getFirst().at();
    }

    public boolean edited() {
        return wordings.size() > 1;
    }

    /** The user names it calls by {@code @name}, in small letters as all are; a full stop after a name is not part of it. */
    public SortedSet<String> mentions() {
        var names = new TreeSet<String>();
        MENTION.matcher(text()).results().forEach(found -> {
            String name = found.group(1).toLowerCase(Locale.ROOT);
            names.add(TRAILING.matcher(name).replaceFirst(""));
        });
        return Collections.unmodifiableSortedSet(names);
    }

    public boolean mayBeEditedBy(Person person, Instant now) {
        return by.is(person) && !now.isAfter(at().plus(EDITABLE_FOR));
    }

    public Comment reworded(String text, Instant at) {
        var all = new ArrayList<>(wordings);
        all.add(new Wording(text, at));
        return new Comment(id, version + 1, item, provider, internal, by, all, resolved);
    }

    public Comment resolved(Person who, Instant at) {
        return new Comment(id, version + 1, item, provider, internal, by, wordings, new Resolution(who.username(), at));
    }

    public Comment reopened() {
        return new Comment(id, version + 1, item, provider, internal, by, wordings, null);
    }

    /** Sorts by time; unique. */
    public String listKey() {
        return "%015d-%s".formatted(at().toEpochMilli(), id);
    }
}
