package org.ncsoversight.criteria.tables;

import java.util.List;

/**
 * What is on a screen, as rows of texts.
 *
 * @param about how it came to be: the filter, the day; stands in the file above the columns
 */
public record Table(String title, List<String> about, List<String> columns, List<List<String>> rows) {}
