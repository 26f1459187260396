package org.ncsoversight.bodies;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text holds one half of a character that is written in two. */
final class HalfCharacterException extends MismatchedInputException {

    private static final long serialVersionUID = 1;

    HalfCharacterException(JsonParser parser) {
        super(parser, "half of a character", String.class);
    }
}
