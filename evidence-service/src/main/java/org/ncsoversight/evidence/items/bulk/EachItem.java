package org.ncsoversight.evidence.items.bulk;

import org.ncsoversight.evidence.items.bulk.BulkCommand.Wanted;

/** How one action works on one item. */
interface EachItem {

    BulkAction action();

    /** What would happen, without doing it; what happened already is done. */
    Outcome look(Wanted item, BulkCommand command);

    /** Does it, unless it is done already or refused; a repeat changes nothing. */
    Outcome act(Wanted item, BulkCommand command);
}
