/** The nouns of feedback, knowing nothing but the JDK. */
@NullMarked
package org.ncsoversight.feedback.model;

import org.jspecify.annotations.NullMarked;
