package org.ncsoversight.gateway.limits;

import java.io.IOException;

/** The body came more slowly than any network in use. */
public final class BodyTooSlow extends IOException {

    private static final long serialVersionUID = 1L;
}
