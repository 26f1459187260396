package org.ncsoversight.feedback.offenders.shopping;

import org.bson.Document;
import org.ncsoversight.feedback.offenders.importing.VerbThatKnowsAnother;

/** A verb that writes documents itself. */
public class VerbThatUsesMongo {

    public Document document() {
        return new Document("other", new VerbThatKnowsAnother().other());
    }
}
