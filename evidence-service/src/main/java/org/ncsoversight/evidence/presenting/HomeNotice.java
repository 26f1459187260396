package org.ncsoversight.evidence.presenting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.security.Caller;

/** What another verb wants said above the task list of a provider's home; each is a bean, so that the page knows none of them. */
public interface HomeNotice {

    /**
     * One line with a link.
     *
     * @param text the link's words, for example "Tasks due this week"
     * @param href a path of this service
     * @param count shown after the text where there is something to count
     */
    record Notice(String text, String href, @Nullable Integer count) {}

    List<Notice> notices(Caller caller);
}
