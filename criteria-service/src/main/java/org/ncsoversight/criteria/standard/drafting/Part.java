package org.ncsoversight.criteria.standard.drafting;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.standard.model.drafting.Draft;

/** One thing of a draft that is edited on one page. */
interface Part {

    String heading();

    List<Field> fields();

    /** The draft as its next version with this part as typed; what is wrong is told to the form. */
    Draft changed(Draft draft, Form form);

    /** The draft as its next version without this part; absent if it cannot be removed. */
    default Optional<Draft> removed(Draft draft) {
        return Optional.empty();
    }
}
