package org.ncsoversight.gateway.keeping;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.ncsoversight.gateway.keeping.KeptForm.Field;
import org.springframework.http.MediaType;

/** Reads what was typed into a form, and the names of the files chosen with it. */
final class FormReader {

    /** What was typed, and which files were chosen. */
    record Typed(List<Field> fields, List<Field> files) {}

    private static final int MOST_FIELDS = 1_000;

    private final int largestInBytes;

    FormReader(int largestInBytes) {
        this.largestInBytes = largestInBytes;
    }

    static boolean isForm(MediaType type) {
        return MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)
                || MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type);
    }

    /** Empty when it is too much, or no form. */
    Optional<Typed> read(HttpServletRequest request, MediaType type) throws IOException {
        try {
            return MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type)
                    ? parts(request)
                    : encoded(request.getInputStream());
        } catch (FileUploadException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Typed> encoded(InputStream in) throws IOException {
        byte[] body = in.readNBytes(largestInBytes + 1);
        if (body.length > largestInBytes) {
            return Optional.empty();
        }
        List<Field> fields = Arrays.stream(new String(body, UTF_8).split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(FormReader::field)
                .toList();
        return fields.size() > MOST_FIELDS ? Optional.empty() : Optional.of(new Typed(fields, List.of()));
    }

    private static Field field(String pair) {
        int equals = pair.indexOf('=');
        return equals == -1
                ? new Field(URLDecoder.decode(pair, UTF_8), "")
                : new Field(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }

    private Optional<Typed> parts(HttpServletRequest request) throws IOException, FileUploadException {
        List<Field> fields = new ArrayList<>();
        List<Field> files = new ArrayList<>();
        int left = largestInBytes;
        FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            if (fields.size() + files.size() >= MOST_FIELDS) {
                return Optional.empty();
            }
            if (!part.isFormField()) {
                addChosen(part, files);
                continue;
            }
            byte[] text = part.openStream().readNBytes(left + 1);
            if (text.length > left) {
                return Optional.empty();
            }
            left -= text.length;
            fields.add(new Field(part.getFieldName(), new String(text, UTF_8)));
        }
        return Optional.of(new Typed(fields, files));
    }

    // A file field left empty is sent too, without a name.
    private static void addChosen(FileItemStream part, List<Field> files) {
        String name = part.getName();
        if (name != null && !name.isBlank()) {
            files.add(new Field(part.getFieldName(), name));
        }
    }
}
