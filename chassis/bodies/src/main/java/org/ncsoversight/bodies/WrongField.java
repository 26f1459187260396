package org.ncsoversight.bodies;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * A place in a body where nothing should stand, or something should, or something whole.
 *
 * @param field its path, such as {@code findings[0].code}
 * @param code stable, for programs
 */
public record WrongField(String field, String code, String message) {

    private static final int LONGEST_PATH_IN_CHARACTERS = 200;

    /** Empty when the body is wrong in another way. */
    public static Optional<WrongField> in(@Nullable Throwable reason) {
        return switch (reason) {
            case UnrecognizedPropertyException unknown -> {
                String path = path(unknown);
                yield Optional.of(new WrongField(path, "field-unknown", "There is no field “%s” here".formatted(path)));
            }
            case InvalidNullException nothing -> {
                String path = path(nothing);
                yield Optional.of(new WrongField(path, "null-not-allowed", "“%s” must not be null".formatted(path)));
            }
            case HalfCharacterException half -> {
                String path = path(half);
                yield Optional.of(new WrongField(
                        path,
                        "text-not-whole",
                        "“%s” holds one half of a character, such as an emoji cut in two".formatted(path)));
            }
            case null -> Optional.empty();
            default -> in(reason.getCause());
        };
    }

    private static String path(JacksonException reason) {
        var path = new StringBuilder();
        for (var step : reason.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.length() <= LONGEST_PATH_IN_CHARACTERS
                ? path.toString()
                : path.substring(0, LONGEST_PATH_IN_CHARACTERS) + "…";
    }
}
