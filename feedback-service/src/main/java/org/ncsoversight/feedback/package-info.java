/** Keeps what customers and mystery shoppers say. */
@NullMarked
package org.ncsoversight.feedback;

import org.jspecify.annotations.NullMarked;
