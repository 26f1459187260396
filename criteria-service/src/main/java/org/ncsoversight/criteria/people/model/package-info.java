/** The people who may sign in, and what is done about them. */
@NullMarked
package org.ncsoversight.criteria.people.model;

import org.jspecify.annotations.NullMarked;
