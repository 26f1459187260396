/** What is on a screen as a file to be kept. */
@NullMarked
package org.ncsoversight.criteria.tables;

import org.jspecify.annotations.NullMarked;
