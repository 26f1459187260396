/** Reports and calendar addresses in MongoDB. */
@NullMarked
package org.ncsoversight.criteria.accreditation.mongo;

import org.jspecify.annotations.NullMarked;
