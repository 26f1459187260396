/** How a provider comes to hold the Standard and keeps it: steps that took place, dates that follow, and the state on a day. */
@NullMarked
package org.ncsoversight.criteria.register.model.accreditation;

import org.jspecify.annotations.NullMarked;
