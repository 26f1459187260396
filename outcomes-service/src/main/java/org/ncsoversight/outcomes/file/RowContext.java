package org.ncsoversight.outcomes.file;

import java.time.LocalDate;
import org.ncsoversight.outcomes.model.Contracts;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.pseudonymising.Pseudonyms;

/**
 * What a row is judged against.
 *
 * @param contracts only those the importer may see, so that no answer can tell of others
 */
public record RowContext(
        FileOwner owner, Touchpoint touchpoint, Contracts contracts, Pseudonyms pseudonyms, LocalDate today) {}
