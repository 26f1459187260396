/** The record of what is done about people, and their machine accounts, in MongoDB. */
@NullMarked
package org.ncsoversight.criteria.people.mongo;

import org.jspecify.annotations.NullMarked;
