/** Having files scanned for viruses before anybody gets them. */
@NullMarked
package org.ncsoversight.evidence.files.scanning;

import org.jspecify.annotations.NullMarked;
