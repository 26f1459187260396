/** Recording when a provider was accredited. */
@NullMarked
package org.ncsoversight.criteria.accreditation.accrediting;

import org.jspecify.annotations.NullMarked;
