package org.ncsoversight.outcomes.importing;

import org.ncsoversight.outcomes.viewing.Claims;

class InMemoryStoresTest extends StoreContract {

    private final InMemoryImports imports = new InMemoryImports();
    private final InMemoryClaims claims = new InMemoryClaims();

    @Override
    protected ImportStore imports() {
        return imports;
    }

    @Override
    protected ClaimStore claims() {
        return claims;
    }

    @Override
    protected Claims view() {
        return claims;
    }
}
