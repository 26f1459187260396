/** Kept files and their scans in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.files.mongo;

import org.jspecify.annotations.NullMarked;
