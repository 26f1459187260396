package org.ncsoversight.feedback.offenders;

import org.springframework.security.core.Authentication;

/** Reads a token where it must not. */
public class ReadsATokenElsewhere {

    public String nameOf(Authentication caller) {
        return caller.getName();
    }
}
