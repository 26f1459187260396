/** The pure function from a provider's facts and a date to a band and its reasons per criterion; knows only the JDK. */
@NullMarked
package org.ncsoversight.reporting.readiness;

import org.jspecify.annotations.NullMarked;
