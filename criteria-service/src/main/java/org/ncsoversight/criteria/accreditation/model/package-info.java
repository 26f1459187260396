/** What an assessor found at a provider, criterion by criterion; no grade is made of it. */
@NullMarked
package org.ncsoversight.criteria.accreditation.model;

import org.jspecify.annotations.NullMarked;
