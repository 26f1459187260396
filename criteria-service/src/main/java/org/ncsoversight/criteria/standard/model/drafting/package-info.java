/** Editions that are not published yet: drafts, and files waiting to become one. */
@NullMarked
package org.ncsoversight.criteria.standard.model.drafting;

import org.jspecify.annotations.NullMarked;
