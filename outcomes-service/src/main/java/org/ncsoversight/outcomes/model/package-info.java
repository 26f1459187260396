/** The nouns of outcomes, knowing nothing but the JDK. */
@NullMarked
package org.ncsoversight.outcomes.model;

import org.jspecify.annotations.NullMarked;
