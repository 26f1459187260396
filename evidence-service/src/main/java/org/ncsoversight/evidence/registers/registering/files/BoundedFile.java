package org.ncsoversight.evidence.registers.registering.files;

import java.io.IOException;
import org.ncsoversight.evidence.registers.registering.RegisterLimits;
import org.springframework.web.multipart.MultipartFile;

/** Reads no more of an upload than tells that it is too large. */
final class BoundedFile {

    private BoundedFile() {}

    static byte[] bytes(MultipartFile file, RegisterLimits limits) throws IOException {
        try (var stream = file.getInputStream()) {
            return stream.readNBytes(Math.toIntExact(limits.fileSize().toBytes() + 1));
        }
    }
}
