package org.ncsoversight.feedback.security;

import java.util.Set;
import org.ncsoversight.feedback.model.FileOwner;

/**
 * Who is calling, as far as this service needs to know.
 *
 * @param sees whose feedback the caller may look at
 * @param importsFor whose responses the caller may bring in
 * @param owner on whose behalf the caller imports
 */
public record Caller(
        VisibleProviders sees, VisibleProviders importsFor, FileOwner owner, Set<Capability> capabilities) {

    public boolean mayImport() {
        return capabilities.contains(Capability.IMPORT_RESPONSES);
    }

    public boolean mayRecordShops() {
        return capabilities.contains(Capability.RECORD_SHOPS);
    }
}
