/** A program may send any POST again under the same key and gets the same answer. */
@NullMarked
package org.ncsoversight.answers.repeating;

import org.jspecify.annotations.NullMarked;
