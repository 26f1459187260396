/** What a file of satisfaction responses may hold, and what is wrong with one that does not. */
@NullMarked
package org.ncsoversight.feedback.file;

import org.jspecify.annotations.NullMarked;
