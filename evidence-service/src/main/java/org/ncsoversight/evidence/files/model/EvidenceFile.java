package org.ncsoversight.evidence.files.model;

import java.util.UUID;

/**
 * A file that belongs to a piece of evidence; its bytes are kept elsewhere under the same id.
 *
 * @param type the media type found in its content
 * @param sha256 in lower-case hexadecimal
 */
public record EvidenceFile(UUID id, String name, String type, long sizeInBytes, String sha256) {

    /** Whether both hold the same bytes under the same name, whatever their ids. */
    public boolean sameAs(EvidenceFile other) {
        return name.equals(other.name) && sha256.equals(other.sha256);
    }
}
