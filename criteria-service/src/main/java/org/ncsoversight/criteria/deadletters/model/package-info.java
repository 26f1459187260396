/** Records of Kafka that a service could not use, and what was done about them. */
@NullMarked
package org.ncsoversight.criteria.deadletters.model;

import org.jspecify.annotations.NullMarked;
