/** Recording when a provider was accredited. */
@NullMarked
package org.ncsoversight.criteria.accrediting;

import org.jspecify.annotations.NullMarked;
