/** Where files are kept and what is withheld, as ports. */
@NullMarked
package org.ncsoversight.evidence.files.store;

import org.jspecify.annotations.NullMarked;
