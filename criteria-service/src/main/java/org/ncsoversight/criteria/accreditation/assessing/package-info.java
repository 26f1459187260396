/** Recording what assessors found: drafts, signed reports, and corrections of them. */
@NullMarked
package org.ncsoversight.criteria.accreditation.assessing;

import org.jspecify.annotations.NullMarked;
