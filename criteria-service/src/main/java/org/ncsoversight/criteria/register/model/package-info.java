/** Who delivers the service where: providers, their accreditation, and contracts. */
@NullMarked
package org.ncsoversight.criteria.register.model;

import org.jspecify.annotations.NullMarked;
