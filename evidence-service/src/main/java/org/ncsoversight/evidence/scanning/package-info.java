/** Having files scanned for viruses before anybody gets them. */
@NullMarked
package org.ncsoversight.evidence.scanning;

import org.jspecify.annotations.NullMarked;
