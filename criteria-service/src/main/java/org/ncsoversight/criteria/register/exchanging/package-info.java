/** The register as files: providers and contracts in from CSV, out as CSV and as spreadsheets. */
@NullMarked
package org.ncsoversight.criteria.register.exchanging;

import org.jspecify.annotations.NullMarked;
