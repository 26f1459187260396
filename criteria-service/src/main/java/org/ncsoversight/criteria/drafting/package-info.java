/** Preparing an edition: a draft and each part of it. */
@NullMarked
package org.ncsoversight.criteria.drafting;

import org.jspecify.annotations.NullMarked;
