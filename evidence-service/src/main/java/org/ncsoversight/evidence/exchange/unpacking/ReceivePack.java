package org.ncsoversight.evidence.exchange.unpacking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.ncsoversight.evidence.exchange.pack.PackSettings;
import org.ncsoversight.evidence.presenting.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Puts a pack that is being sent into a file, up to its limit. The form is read as it comes, because the container would
 * take no request larger than its limit for items, nor tell us before it was all there.
 */
@Component
class ReceivePack {

    private static final int BUFFER_IN_BYTES = 1 << 16;

    private final PackSettings settings;

    ReceivePack(PackSettings settings) {
        this.settings = settings;
    }

    Path body(HttpServletRequest request) throws IOException {
        return spooled(request.getInputStream());
    }

    /** The first file of a form. */
    Path form(HttpServletRequest request) throws IOException {
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                var part = parts.next();
                if (!part.isFormField()) {
                    try (var content = part.openStream()) {
                        return spooled(content);
                    }
                }
            }
        } catch (FileUploadException _) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "upload-broken", "The upload ended too early");
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "pack-missing", "The form holds no file");
    }

    private Path spooled(InputStream content) throws IOException {
        var file = Files.createTempFile("pack-", ".zip");
        try {
            copy(content, file);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void copy(InputStream content, Path file) throws IOException {
        long left = settings.importSize().toBytes();
        var buffer = new byte[BUFFER_IN_BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw Problem.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "pack-too-large",
                            "A pack can be up to %,d MB"
                                    .formatted(settings.importSize().toMegabytes()));
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
