package org.ncsoversight.feedback.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.security.VisibleProviders;

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

    void write(ImportId id, int chunk, List<Response> responses);

    Commit commit(ImportedFile writing);

    /** Empty when the import has been applied or abandoned in the meantime. */
    Optional<List<Response>> chunk(ImportId id, int chunk);

    /**
     * Says of a committed import that this process applies it, or still does. False when another one does, which said so
     * until a time that is not over.
     */
    boolean hold(ImportedFile committed, UUID holder, Instant now, Instant until);

    /** Ends a committed import and forgets its chunks; answers how it ended, should somebody else have been faster. */
    ImportedFile applied(ImportedFile committed, Counts counts);

    /** Forgets an import that has not been committed, unless that has just happened. */
    void abandon(ImportedFile writing);

    /** The import by which this claim was committed. */
    Optional<ImportedFile> committedAs(String claim);

    /** Imports in this state that began before a moment. */
    List<ImportedFile> in(ImportedFile.State state, Instant startedBefore);

    void forgetRefused(Instant startedBefore);

    /** Refused or applied imports only; anything of another owner is not there. */
    Optional<ImportedFile> find(ImportId id, VisibleProviders visible);
}
