package org.ncsoversight.evidence.items.presentation;

import java.util.Optional;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.presenting.Fragment;
import org.ncsoversight.evidence.security.Caller;

/**
 * What another verb adds to the page of one item; each is a bean, so that the page knows none of them.
 *
 * <p>The page wraps the fragment in its own {@code <section>}; the fragment starts with an {@code h2}.
 */
public interface ItemSection {

    /** Sections stand in this order, lowest first. */
    int order();

    /** Empty when there is nothing to show to this caller, who may see the item. */
    Optional<Fragment> section(Evidence evidence, Caller caller);
}
