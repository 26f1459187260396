/** The few values that all wings share; knows only the JDK. */
@NullMarked
package org.ncsoversight.criteria.model;

import org.jspecify.annotations.NullMarked;
