/** Preparing an edition: a draft and each part of it. */
@NullMarked
package org.ncsoversight.criteria.standard.drafting;

import org.jspecify.annotations.NullMarked;
