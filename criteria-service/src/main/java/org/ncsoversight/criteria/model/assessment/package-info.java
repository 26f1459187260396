/** What an assessor found at a provider, criterion by criterion; no grade is made of it. */
@NullMarked
package org.ncsoversight.criteria.model.assessment;

import org.jspecify.annotations.NullMarked;
