/** Seeing what customers and shoppers said, month by month. */
@NullMarked
package org.ncsoversight.feedback.viewing;

import org.jspecify.annotations.NullMarked;
