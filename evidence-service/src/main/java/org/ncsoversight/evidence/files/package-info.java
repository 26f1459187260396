/** Files of evidence: received, recognised by their bytes, kept once, handed out. */
@NullMarked
package org.ncsoversight.evidence.files;

import org.jspecify.annotations.NullMarked;
