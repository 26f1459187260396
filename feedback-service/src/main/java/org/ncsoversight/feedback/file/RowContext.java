package org.ncsoversight.feedback.file;

import java.time.LocalDate;
import org.ncsoversight.feedback.model.Contracts;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.Questionnaire;

/**
 * What a row is judged against.
 *
 * @param contracts only those the importer may see, so that no answer can tell of others
 */
public record RowContext(FileOwner owner, Contracts contracts, Questionnaire questionnaire, LocalDate today) {}
