/** Editions as files: JSON, and one table as CSV or XLSX; whatever is written here can be read here. */
@NullMarked
package org.ncsoversight.criteria.standard.exchange;

import org.jspecify.annotations.NullMarked;
