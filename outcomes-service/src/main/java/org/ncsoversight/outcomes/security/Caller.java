package org.ncsoversight.outcomes.security;

import java.util.Set;
import org.ncsoversight.outcomes.model.FileOwner;

/**
 * Who is calling, as far as this service needs to know.
 *
 * @param sees whose claims the caller may look at
 * @param importsFor whose claims the caller may bring in
 * @param owner on whose behalf the caller imports
 */
public record Caller(
        VisibleProviders sees, VisibleProviders importsFor, FileOwner owner, Set<Capability> capabilities) {

    public boolean mayImport() {
        return capabilities.contains(Capability.IMPORT_CLAIMS);
    }
}
