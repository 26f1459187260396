/** Who delivers the service where: providers, their accreditation, and contracts. */
@NullMarked
package org.ncsoversight.criteria.model.register;

import org.jspecify.annotations.NullMarked;
