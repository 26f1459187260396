/** The dates of the accreditation cycle in a person's own calendar program. */
@NullMarked
package org.ncsoversight.criteria.accreditation.subscribing;

import org.jspecify.annotations.NullMarked;
