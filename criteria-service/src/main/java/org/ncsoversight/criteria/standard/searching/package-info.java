/** Searching criteria and guidance of every published edition. */
@NullMarked
package org.ncsoversight.criteria.standard.searching;

import org.jspecify.annotations.NullMarked;
