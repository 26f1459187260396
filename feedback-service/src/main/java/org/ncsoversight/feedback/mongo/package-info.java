/** The only package that knows MongoDB. */
@NullMarked
package org.ncsoversight.feedback.mongo;

import org.jspecify.annotations.NullMarked;
