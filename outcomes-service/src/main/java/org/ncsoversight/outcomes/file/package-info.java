/** What a file of outcome claims may hold, and what is wrong with one that does not. */
@NullMarked
package org.ncsoversight.outcomes.file;

import org.jspecify.annotations.NullMarked;
