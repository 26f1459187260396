/** Searching criteria and guidance of every published edition. */
@NullMarked
package org.ncsoversight.criteria.searching;

import org.jspecify.annotations.NullMarked;
