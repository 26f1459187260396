package org.ncsoversight.feedback.offenders.importing;

import org.ncsoversight.feedback.offenders.shopping.VerbThatUsesMongo;

/** One verb that leans on another, which leans back. */
public class VerbThatKnowsAnother {

    public String other() {
        return new VerbThatUsesMongo().toString();
    }
}
