/** Taking a file of responses in, all or nothing, once. */
@NullMarked
package org.ncsoversight.feedback.importing;

import org.jspecify.annotations.NullMarked;
