package org.ncsoversight.evidence.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;
import org.springframework.stereotype.Component;

/** Says what is wrong with the files of a submission, and finds the types of those that are right. */
@Component
public class FileRules {

    private static final String FIELD = "files";

    /** A file that may be kept. */
    public record Typed(ReceivedFile file, String type) {}

    /** Either files that may all be kept, or errors. */
    public record Outcome(List<Typed> files, List<FieldError> errors) {}

    private final FileLimits limits;
    private final FileTypes types = new FileTypes();

    public FileRules(FileLimits limits) {
        this.limits = limits;
    }

    public Outcome check(List<ReceivedFile> files) throws IOException {
        var typed = new ArrayList<Typed>();
        var errors = new ArrayList<FieldError>();
        if (files.size() > limits.files()) {
            errors.add(new FieldError(
                    FIELD, "files-too-many", "You can only select up to %d files".formatted(limits.files())));
            return new Outcome(List.of(), errors);
        }
        for (ReceivedFile file : files) {
            FieldError error = sizeOrNameError(file);
            if (error != null) {
                errors.add(error);
                continue;
            }
            String type = types.typeOf(file);
            if (limits.fileTypes().contains(type)) {
                typed.add(new Typed(file, type));
            } else {
                errors.add(error(file, "file-type-not-allowed", RefusedType.words(file.name(), type)));
            }
        }
        return new Outcome(List.copyOf(typed), List.copyOf(errors));
    }

    private @Nullable FieldError sizeOrNameError(ReceivedFile file) {
        if (file.name().isEmpty()) {
            return new FieldError(FIELD, "file-name-missing", "Each file must have a name");
        }
        if (file.name().codePointCount(0, file.name().length()) > limits.fileNameLengthInCharacters()) {
            return error(
                    file,
                    "file-name-too-long",
                    "must have a name of %d characters or less".formatted(limits.fileNameLengthInCharacters()));
        }
        if (file.sizeInBytes() == 0) {
            return error(file, "file-empty", "is empty");
        }
        if (file.sizeInBytes() > limits.fileSize().toBytes()) {
            return error(
                    file,
                    "file-too-large",
                    "must be %dMB or smaller".formatted(limits.fileSize().toMegabytes()));
        }
        return null;
    }

    private static FieldError error(ReceivedFile file, String code, String words) {
        return new FieldError(FIELD, code, "“%s” %s".formatted(Text.brief(file.name()), words));
    }
}
