package org.ncsoversight.mongo.query;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.index.Candidates;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.HeapSize;

/** Finds the documents that match, in the order wanted, one by one. */
public final class Find {

    /** What is asked for; a limit of 0 is none. */
    public record Wish(Document query, @Nullable Document orderBy, long skip, long limit) {

        static final String NATURAL = "$natural";

        boolean wantsNoOrder() {
            return orderBy == null || orderBy.isEmpty() || orderBy.containsKey(NATURAL);
        }

        boolean isNaturalDescending() {
            return orderBy != null && orderBy.get(NATURAL) instanceof Number direction && direction.intValue() < 0;
        }
    }

    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();
    private final Wish wish;
    private final Scan scan;
    private final Allowance allowance;
    private final boolean stillToSort;
    private @Nullable Rows rows;
    private @Nullable Row readAgain;
    private boolean paused;

    public Find(Source source, Wish wish, Allowance allowance) {
        this.wish = wish;
        this.allowance = allowance;
        long documents = source.documents().sizeAsLong();
        Optional<Candidates> candidates = wish.isNaturalDescending()
                ? Optional.empty()
                : Candidates.of(
                        wish.query(), wish.orderBy(), (int) Math.min(wish.limit(), 1), source.indexes(), documents);
        this.scan =
                new Scan(source, candidates.map(found -> found.walk(documents)), wish.isNaturalDescending(), allowance);
        this.stillToSort =
                !wish.wantsNoOrder() && !candidates.map(Candidates::areSorted).orElse(false);
    }

    /** Null at the end. */
    public @Nullable Row next() {
        if (paused) {
            scan.checkStillThere();
            paused = false;
        }
        if (rows == null) {
            Rows found = stillToSort ? sorted() : this::nextMatch;
            Rows wanted = wish.skip() > 0 ? found.skip(wish.skip()) : found;
            rows = wish.limit() > 0 ? wanted.limit(wish.limit()) : wanted;
        }
        return rows.next();
    }

    /** Lets others write until the next one is asked for. */
    public void pause() {
        scan.pause();
        paused = true;
    }

    private @Nullable Row nextMatch() {
        Row row = scan.next();
        while (row != null && !matches(row)) {
            row = scan.next();
        }
        return row;
    }

    private boolean matches(Row row) {
        return wish.query().isEmpty() || matcher.matches(row.document(), wish.query());
    }

    /** Documents are read again when their turn comes: what has been deleted or changed meanwhile may not match. */
    private Rows sorted() {
        long wanted = wish.limit() > 0 ? wish.skip() + wish.limit() : 0;
        var sorter = new Sorter<SortKey>(requireNonNull(wish.orderBy()), wanted, allowance);
        for (Row row = nextMatch(); row != null; row = nextMatch()) {
            sorter.add(
                    row.document(),
                    row.position(),
                    HeapSize.OBJECT + (long) row.position().length());
        }
        Iterator<SortKey> positions = sorter.inOrder();
        return () -> nextOf(positions);
    }

    private @Nullable Row nextOf(Iterator<SortKey> positions) {
        while (positions.hasNext()) {
            if (readAgain != null) {
                readAgain.done();
            }
            readAgain = scan.at(positions.next());
            if (readAgain != null && matches(readAgain)) {
                return readAgain;
            }
        }
        return null;
    }
}
