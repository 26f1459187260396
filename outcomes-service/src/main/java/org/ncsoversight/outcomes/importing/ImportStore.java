package org.ncsoversight.outcomes.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.security.VisibleProviders;

/**
 * Keeps imports and, between their commit and their application, what they hold.
 *
 * <p>Each method is one atomic write or harmless to repeat. The order is: {@link #begin}, {@link #write} each chunk,
 * {@link #commit}, and from then on, by whoever comes first and as often as need be, application of each chunk and
 * {@link #applied}.
 */
public interface ImportStore {

    /** How an attempt to commit ended. */
    sealed interface Commit {

        /** The point of no return: the import will be applied, whatever happens. */
        record Committed(ImportedFile file) implements Commit {}

        /** The same file has been committed before. */
        record Earlier(ImportedFile file) implements Commit {}

        /** It took so long that it was taken for dead and cleared away. */
        record Abandoned() implements Commit {}
    }

    /** A number higher than every number given before. */
    long nextOrder();

    /** Keeps a file that was refused, so that its bad rows can be looked at. */
    void refuse(ImportedFile refused);

    void begin(ImportedFile writing);

    void write(ImportId id, int chunk, List<Claim> claims);

    Commit commit(ImportedFile writing);

    /**
     * The right to apply a committed import, for one at a time.
     *
     * @param holder who asks; the same holder keeps the right by asking again
     * @param until when the right ends by itself, should the holder die
     * @return false while another holds it, and when the import is applied already
     */
    boolean hold(ImportId id, UUID holder, Instant now, Instant until);

    /** Gives the right up. */
    void release(ImportId id, UUID holder);

    /** Remembers months whose totals will have to be counted again, before anything in them is changed. */
    void touch(ImportId id, Set<ProviderMonth> months);

    /** All that were ever touched for this import, by whoever applied it. */
    Set<ProviderMonth> touched(ImportId id);

    /** From now on, a file that was committed before this order is another import when it is sent again: then its values win. */
    void supersede(FileOwner owner, Touchpoint touchpoint, long order);

    /** Says how many chunks have been applied so far. */
    void progress(ImportId id, int chunksApplied);

    /** Empty when the import has been applied or abandoned in the meantime. */
    Optional<List<Claim>> chunk(ImportId id, int chunk);

    /** Ends a committed import and forgets its chunks; answers how it ended, should somebody else have been faster. */
    ImportedFile applied(ImportedFile committed, Counts counts);

    /** Forgets an import that has not been committed, unless that has just happened. */
    void abandon(ImportedFile writing);

    /** The import that was committed under this identity. */
    Optional<ImportedFile> committedAs(String identity);

    /** Imports in this state that began before a moment. */
    List<ImportedFile> in(ImportedFile.State state, Instant startedBefore);

    void forgetRefused(Instant startedBefore);

    /** Imports whose end is certain: refused, committed or applied; anything of another owner is not there. */
    Optional<ImportedFile> find(ImportId id, VisibleProviders visible);
}
