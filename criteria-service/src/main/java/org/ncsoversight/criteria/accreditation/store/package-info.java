/** What is kept of reports and calendar addresses, as ports. */
@NullMarked
package org.ncsoversight.criteria.accreditation.store;

import org.jspecify.annotations.NullMarked;
