/** Tables in files: CSV in and out, spreadsheets out. */
@NullMarked
package org.ncsoversight.criteria.tables;

import org.jspecify.annotations.NullMarked;
