package org.ncsoversight.feedback.importing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.ResponseId;

/** Keeps responses, each with the order of the import that last changed it. */
public interface ResponseStore {

    /**
     * A response as it stands.
     *
     * @param order of the import that last changed it
     * @param confirmed the order of the last import that said the same or changed it
     */
    record Stored(Response response, long order, long confirmed) {}

    Map<ResponseId, Stored> find(Collection<ResponseId> ids);

    /**
     * Writes each response with its event if the version before is the one that stands and no later import has confirmed
     * it, and leaves it otherwise.
     *
     * @return whether all were written; if not, somebody was faster: look again
     */
    boolean write(List<ResponseRecorded> changes, long order);

    /**
     * Notes for each, if this version is the one that stands, that an import of this order says the same.
     *
     * @return whether all still stood; if not, somebody was faster: look again
     */
    boolean confirm(List<Response> unchanged, long order);

    /** Brings the totals of these months up to date with the responses that stand. */
    void recount(Collection<ProviderMonth> months);
}
