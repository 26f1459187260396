package org.ncsoversight.criteria.people.viewing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.stereotype.Component;

/** Pages through people; the directory knows no cursor but how many to leave out. */
@Component
class PeopleReader {

    static final int DEFAULT_LIMIT = 25;
    static final int MAX_LIMIT = 100;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    /** What to show. */
    record Asked(String organisation, String search, String after, int limit) {}

    /** One page; {@code next} is absent on the last. */
    record Page(List<Person> people, @Nullable String next) {}

    private final PeopleDirectory people;

    PeopleReader(PeopleDirectory people) {
        this.people = people;
    }

    static int limit(@Nullable Integer asked) {
        return asked == null ? DEFAULT_LIMIT : Math.clamp(asked, 1, MAX_LIMIT);
    }

    Page page(Asked asked, PeopleKeeper keeper) {
        int first = NUMBER.matcher(asked.after()).matches() ? Integer.parseInt(asked.after()) : 0;
        Optional<Ukprn> organisation = Ukprn.parse(asked.organisation().strip());
        List<Person> oneMore =
                people.list(new PeopleDirectory.Query(organisation, asked.search(), first, asked.limit() + 1), keeper);
        String next = oneMore.size() > asked.limit() ? Integer.toString(first + asked.limit()) : null;
        return new Page(oneMore.stream().limit(asked.limit()).toList(), next);
    }
}
