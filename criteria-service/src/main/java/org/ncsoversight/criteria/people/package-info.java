/** Where people are kept, and the record of what is done about them; told as interfaces. */
@NullMarked
package org.ncsoversight.criteria.people;

import org.jspecify.annotations.NullMarked;
