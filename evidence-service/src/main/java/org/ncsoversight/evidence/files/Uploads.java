package org.ncsoversight.evidence.files;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a request; the server has put them on disk, so opening one again costs no memory. */
public final class Uploads {

    private Uploads() {}

    /** Without the empty part a browser sends when no file was chosen. */
    public static List<ReceivedFile> received(@Nullable List<MultipartFile> parts) {
        return Objects.requireNonNullElse(parts, List.<MultipartFile>of()).stream()
                .filter(part -> !(part.isEmpty() && name(part).isEmpty()))
                .map(part -> new ReceivedFile(name(part), part.getSize(), part::getInputStream))
                .toList();
    }

    private static String name(MultipartFile part) {
        return Objects.requireNonNullElse(part.getOriginalFilename(), "");
    }
}
